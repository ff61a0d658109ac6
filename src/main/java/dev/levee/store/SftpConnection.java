package dev.levee.store;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A line to a server that speaks SFTP, which the `ssh` of this machine holds. Many may ask at the
/// same time; each gets the answer to its own question.
final class SftpConnection implements AutoCloseable {

  /// Longer than any packet that a server may send.
  private static final int LONGEST = 1 << 20;

  private static final int MOST_COMPLAINTS = 4000;
  private static final int MOST_WORDS = 200;

  /// How often in the longest silence it is looked whether that is over.
  private static final int LOOKS = 10;

  private static final long LEAVE_SECONDS = 5;
  private static final int PROTOCOL = 3;

  private final String name;
  private final Process ssh;
  private final Duration silence;
  private final DataOutputStream out;
  private final Set<String> extensions = new HashSet<>();
  private final Map<Integer, Question> asked = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final StringBuilder complaints = new StringBuilder();
  private final Thread complaining;
  private volatile long heard = System.nanoTime();
  private volatile boolean greeted;
  private volatile boolean silent;
  private volatile boolean broken;

  /// What is not answered yet.
  ///
  /// @param asked when, as [System#nanoTime] counts
  private record Question(long asked, CompletableFuture<SftpPacket> answer) {}

  private SftpConnection(String name, Process ssh, Duration silence) {
    this.name = name;
    this.ssh = ssh;
    this.silence = silence;
    this.out = new DataOutputStream(new BufferedOutputStream(ssh.getOutputStream()));
    this.complaining = Thread.ofPlatform().daemon().name("ssh errors").start(this::listen);
    Thread.ofPlatform().daemon().name("ssh silence").start(this::watch);
  }

  /// Connects.
  ///
  /// @param name the place as messages call it
  /// @param command `ssh` with all that it is told
  /// @param environment all that the command sees of it
  /// @param silence for how long the server may say nothing while something is asked of it
  /// @throws StoreException when that fails
  static SftpConnection open(
      String name, List<String> command, Map<String, String> environment, Duration silence)
      throws StoreException {
    String[] variables =
        environment.entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .toArray(String[]::new);
    Process ssh;
    try {
      ssh = Runtime.getRuntime().exec(command.toArray(String[]::new), variables);
    } catch (IOException e) {
      throw new StoreException(
          "cannot start 'ssh' to reach " + name + ": " + e.getMessage(), false, e);
    }
    SftpConnection connection = new SftpConnection(name, ssh, silence);
    try {
      connection.greet();
    } catch (StoreException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private void greet() throws StoreException {
    DataInputStream in = new DataInputStream(ssh.getInputStream());
    try {
      send(new SftpPacket.Builder().number(PROTOCOL).build(), SftpPacket.INIT);
      int length = in.readInt();
      if (!isLength(length)) {
        throw SshFault.otherProtocol(name, words(length, in));
      }
      ByteBuffer packet = read(length, in);
      if (packet.get() != SftpPacket.VERSION || packet.getInt() < PROTOCOL) {
        throw SshFault.otherProtocol(name, "");
      }
      SftpPacket version = new SftpPacket(SftpPacket.VERSION, packet);
      while (version.hasMore()) {
        extensions.add(version.text());
        version.bytes();
      }
    } catch (StoreException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw silent ? lost(e) : SshFault.of(name, complaints(), e);
    }
    greeted = true;
    Thread.ofPlatform().daemon().name("sftp answers").start(() -> answers(in));
  }

  /// The beginning of what somebody says who does not speak the protocol.
  ///
  /// @param first its first bytes, taken for a number
  private static String words(int first, DataInputStream in) throws IOException {
    byte[] more = in.readNBytes(Math.min(in.available(), MOST_WORDS));
    byte[] all = ByteBuffer.allocate(Integer.BYTES + more.length).putInt(first).put(more).array();
    return new String(all, StandardCharsets.UTF_8);
  }

  /// Ends a line on which nothing is answered, and with it whoever waits there, be it to write.
  private void watch() {
    try {
      while (!ssh.waitFor(silence.dividedBy(LOOKS).toNanos(), TimeUnit.NANOSECONDS)) {
        if (isSilent(System.nanoTime())) {
          silent = true;
          ssh.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isSilent(long now) {
    long most = silence.toNanos();
    return now - heard > most
        && (!greeted || asked.values().stream().anyMatch(each -> now - each.asked() > most));
  }

  /// What ssh said when it gave up.
  private String complaints() {
    try {
      ssh.getOutputStream().close();
    } catch (IOException e) {
      // it is gone already, or goes now; the other way to end it would close what it said
      ssh.toHandle().destroy();
    }
    try {
      complaining.join(TimeUnit.SECONDS.toMillis(LEAVE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (complaints) {
      return complaints.toString();
    }
  }

  private void listen() {
    byte[] some = new byte[MOST_COMPLAINTS];
    try {
      for (int n = 0; n >= 0; n = ssh.getErrorStream().read(some)) {
        synchronized (complaints) {
          if (complaints.length() < MOST_COMPLAINTS) {
            complaints.append(new String(some, 0, n, StandardCharsets.UTF_8));
          }
        }
      }
    } catch (IOException e) {
      return; // it has ended
    }
  }

  /// Whether the server can do something beyond the protocol.
  boolean can(String extension) {
    return extensions.contains(extension);
  }

  boolean isBroken() {
    return broken;
  }

  /// Asks without waiting for the answer, which [#answer] gives.
  CompletableFuture<SftpPacket> ask(int type, SftpPacket.Builder what) throws StoreException {
    int id = numbers.incrementAndGet();
    CompletableFuture<SftpPacket> answer = new CompletableFuture<>();
    asked.put(id, new Question(System.nanoTime(), answer));
    try {
      byte[] body = what.build();
      byte[] packet = new byte[Integer.BYTES + body.length];
      ByteBuffer.wrap(packet).putInt(id).put(body);
      send(packet, type);
    } catch (IOException e) {
      broken = true;
      asked.remove(id);
      throw lost(e);
    }
    if (broken && asked.remove(id) != null) {
      throw lost(null);
    }
    return answer;
  }

  private void send(byte[] body, int type) throws IOException {
    synchronized (out) {
      out.writeInt(body.length + 1);
      out.writeByte(type);
      out.write(body);
      out.flush();
    }
  }

  /// Waits for an answer, as long as the server answers anything.
  ///
  /// @throws StoreException when the line breaks
  SftpPacket answer(CompletableFuture<SftpPacket> asked) throws StoreException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw lost(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the publish was interrupted", false, e);
    }
  }

  private StoreException lost(@Nullable Throwable why) {
    if (silent) {
      String look = "the network, and whether the key waits to be touched";
      return new SilentException(name, silence, look, why);
    }
    return new StoreException("the connection to " + name + " broke", true, why);
  }

  private void answers(DataInputStream in) {
    try {
      while (true) {
        ByteBuffer packet = read(in.readInt(), in);
        heard = System.nanoTime();
        int type = Byte.toUnsignedInt(packet.get());
        Question waiting = asked.remove(packet.getInt());
        if (waiting != null) {
          waiting.answer().complete(new SftpPacket(type, packet));
        }
      }
    } catch (IOException | RuntimeException e) {
      broken = true;
      asked.values().forEach(waiting -> waiting.answer().completeExceptionally(e));
    }
  }

  private static boolean isLength(int length) {
    return length > 0 && length <= LONGEST;
  }

  private static ByteBuffer read(int length, DataInputStream in) throws IOException {
    if (!isLength(length)) {
      throw new IOException("a packet of " + length + " bytes");
    }
    byte[] packet = new byte[length];
    in.readFully(packet);
    return ByteBuffer.wrap(packet);
  }

  @Override
  public void close() {
    broken = true;
    try {
      ssh.getOutputStream().close();
      if (!ssh.waitFor(LEAVE_SECONDS, TimeUnit.SECONDS)) {
        ssh.destroy();
      }
    } catch (IOException e) {
      ssh.destroy();
    } catch (InterruptedException e) {
      ssh.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
