package dev.levee.cli;

import dev.levee.config.PublishTarget;
import dev.levee.store.AzureServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `levee publish` to Azurite, where this machine has it.
class PublishToAzureTest extends PublishToBuckets {

  @TempDir static Path temp;
  private static AzureServer server;

  @BeforeAll
  static void start() throws Exception {
    server = AzureServer.start(temp, "magazine");
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  String bucket() {
    return "azblob://magazine";
  }

  @Override
  PublishTarget.Place place(String prefix) {
    return new PublishTarget.Container("", "magazine", prefix);
  }

  @Override
  Map<String, String> environment() {
    return server.environment();
  }

  @Override
  String secret() {
    return AzureServer.SECRET;
  }

  @Override
  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return server.get("magazine/" + path);
  }

  @Test
  void whatTheOutsideWorldRefusesIsSaidInOneLine() {
    String right = environment().get("AZURE_STORAGE_CONNECTION_STRING");
    String wrong = right.replace(AzureServer.SECRET, "d3Jvbmc=");
    assertOutside(
        publish(Map.of("AZURE_STORAGE_CONNECTION_STRING", wrong)),
        "does not know these credentials");
    assertOutside(
        publish(Map.of("AZURE_STORAGE_KEY", "this is no base64!")),
        "does not know these credentials");
    settings("azblob://nosuchcontainer");
    assertOutside(publish(), "there is no container azblob://nosuchcontainer/");
    assertOutside(
        publish(Map.of("AZURE_STORAGE_CONNECTION_STRING", "")), "set 'account' in the settings");
  }
}
