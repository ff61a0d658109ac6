package dev.levee.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.config.PublishTarget;
import dev.levee.store.GoogleServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `levee publish` to a server that speaks as Google Cloud Storage does.
class PublishToGoogleTest extends PublishToBuckets {

  private static GoogleServer server;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"),
        "OpenDAL has a library here for Linux alone");
    server = GoogleServer.start("magazine");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  String bucket() {
    return "gs://magazine";
  }

  @Override
  PublishTarget.Place place(String prefix) {
    return new PublishTarget.GoogleBucket("magazine", prefix);
  }

  @Override
  String endpoint() {
    return server.endpoint();
  }

  @Override
  Map<String, String> environment() {
    return server.environment();
  }

  @Override
  String secret() {
    return GoogleServer.TOKEN;
  }

  @Override
  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return server.get(path);
  }

  @Test
  void whatTheOutsideWorldRefusesIsSaidInOneLine() {
    assertOutside(
        publish(Map.of("CLOUDSDK_AUTH_ACCESS_TOKEN", "wrong")), "does not know these credentials");
    assertOutside(
        publish(
            Map.of(
                "CLOUDSDK_AUTH_ACCESS_TOKEN", "",
                "GOOGLE_APPLICATION_CREDENTIALS", "missing.json")),
        "the file that GOOGLE_APPLICATION_CREDENTIALS names cannot be read");
    settings("gs://nosuchbucket");
    assertOutside(publish(), "there is no bucket gs://nosuchbucket/");
  }
}
