package dev.levee.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.config.PublishTarget.RemoteFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// OpenSSH's own server on this machine, with keys and settings that live in a folder of the test.
public final class SshServer implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  /// Where the server wants a folder when root starts it.
  private static final Path OF_ROOT = Path.of("/run/sshd");

  private final Path folder;
  private final int port;
  private Process server;

  private SshServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /// Starts it, or has the test be skipped where there is none.
  public static SshServer start(Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is missing (package openssh-server)");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    SshServer server = new SshServer(folder, port);
    server.write();
    server.begin();
    return server;
  }

  private void write() throws IOException, InterruptedException {
    for (String key : List.of("host", "user", "stranger")) {
      key(key);
    }
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized_keys"));
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s/host
        AuthorizedKeysFile %s/authorized_keys
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PidFile none
        Subsystem sftp internal-sftp
        """
            .formatted(port, folder, folder));
    known("host");
    client("user");
  }

  private void key(String name) throws IOException, InterruptedException {
    Path file = folder.resolve(name);
    int code =
        new ProcessBuilder(
                "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("ssh-keygen failed");
    }
  }

  /// Writes down which key the server is to have: `host`, or another that it has not.
  public void known(String key) throws IOException {
    Files.writeString(
        folder.resolve("known_hosts"),
        "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve(key + ".pub")));
  }

  /// Forgets which key it is to have.
  public void knowNone() throws IOException {
    Files.writeString(folder.resolve("known_hosts"), "");
  }

  /// Comes with a key: `user`, or one that the server does not know.
  public void client(String key) throws IOException {
    Files.writeString(
        folder.resolve("ssh_config"),
        """
        Host *
          IdentityFile %s/%s
          IdentitiesOnly yes
          IdentityAgent none
          UserKnownHostsFile %s/known_hosts
          GlobalKnownHostsFile /dev/null
        """
            .formatted(folder, key, folder));
  }

  /// Begins to listen, also again after [#stop].
  public void begin() throws IOException, InterruptedException {
    if (Files.isWritable(OF_ROOT.getParent())) {
      Files.createDirectories(OF_ROOT);
    }
    server =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-f", folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    for (int attempt = 0; attempt < 100 && server.isAlive(); attempt++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    throw new IOException("sshd did not start: " + Files.readString(folder.resolve("log")));
  }

  /// Ends what serves those who are connected; it listens on.
  public void cut() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /// Ends it whole.
  public void stop() throws InterruptedException {
    List<ProcessHandle> serving = server.descendants().toList();
    server.destroyForcibly().waitFor();
    serving.forEach(ProcessHandle::destroyForcibly);
  }

  /// What leads a client to the keys of the test.
  public Map<String, String> environment() {
    return Map.of("LEVEE_SSH_CONFIG", folder.resolve("ssh_config").toString());
  }

  /// The address of a folder of this machine, as settings write it.
  public String url(Path path) {
    return "sftp://" + System.getProperty("user.name") + "@127.0.0.1:" + port + path;
  }

  /// A folder of this machine through it.
  public Store open(Path path) {
    RemoteFolder place =
        new RemoteFolder(System.getProperty("user.name"), "127.0.0.1", port, path.toString());
    Ssh ssh = new Ssh("the server", place, environment());
    return new ReadBackStore(
        new SftpStore("the server", path.toString(), ssh::connect), time -> {});
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
