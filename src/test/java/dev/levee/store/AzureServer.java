package dev.levee.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Azurite, Microsoft's own server of Azure's storage for tests, where this machine has it.
public final class AzureServer implements AutoCloseable {

  public static final String ACCOUNT = "highwater";
  public static final String SECRET =
      Base64.getEncoder()
          .encodeToString("a key that nobody may print".getBytes(StandardCharsets.UTF_8));

  private static final String VERSION = "2022-11-02";

  private final Process server;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private AzureServer(Process server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts it with a container that anybody may read, or has the test be skipped where it is not
  /// there.
  public static AzureServer start(Path folder, String container) throws Exception {
    Optional<Path> program =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(path -> Path.of(path, "azurite-blob"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "there is no azurite-blob here (npm's package azurite)");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            program.get().toString(),
            "--silent",
            "--disableTelemetry",
            "--inMemoryPersistence",
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            String.valueOf(port));
    builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + SECRET);
    AzureServer server =
        new AzureServer(
            builder
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start(),
            port);
    server.await();
    server.make(container);
    return server;
  }

  private void await() throws InterruptedException {
    for (int attempt = 0; attempt < 300; attempt++) {
      try {
        client.send(HttpRequest.newBuilder(URI.create(url())).build(), BodyHandlers.discarding());
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private void make(String container) throws Exception {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME
            .format(ZonedDateTime.now(ZoneOffset.UTC))
            .replaceFirst(", (\\d) ", ", 0$1 ");
    String said =
        "PUT\n\n\n\n\n\n\n\n\n\n\n\nx-ms-blob-public-access:container\nx-ms-date:"
            + date
            + "\nx-ms-version:"
            + VERSION
            + "\n/"
            + ACCOUNT
            + "/"
            + ACCOUNT
            + "/"
            + container
            + "\nrestype:container";
    HttpResponse<String> made =
        client.send(
            HttpRequest.newBuilder(URI.create(url() + "/" + container + "?restype=container"))
                .PUT(BodyPublishers.noBody())
                .header("x-ms-date", date)
                .header("x-ms-version", VERSION)
                .header("x-ms-blob-public-access", "container")
                .header("Authorization", "SharedKey " + ACCOUNT + ":" + signed(said))
                .build(),
            BodyHandlers.ofString());
    if (made.statusCode() != 201) {
      throw new IOException(made.body());
    }
  }

  private static String signed(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String url() {
    return "http://127.0.0.1:" + port + "/" + ACCOUNT;
  }

  /// The credentials as Azure's tools take them.
  public Map<String, String> environment() {
    return Map.of(
        "AZURE_STORAGE_CONNECTION_STRING",
        "DefaultEndpointsProtocol=http;AccountName="
            + ACCOUNT
            + ";AccountKey="
            + SECRET
            + ";BlobEndpoint="
            + url()
            + ";");
  }

  /// What a reader gets.
  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(url() + "/" + path)).build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() throws InterruptedException {
    server.destroy();
    server.waitFor();
  }
}
