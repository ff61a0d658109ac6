package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.config.PublishTarget;
import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoresTest {

  private static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret");

  private static PublishTarget target(PublishTarget.Place place, String endpoint) {
    return new PublishTarget("t", "the target", place, "", endpoint, 5, 30, 10, false, List.of());
  }

  @Test
  void aFolderIsRelativeToTheSite() throws IOException {
    Store store =
        Stores.open(target(new PublishTarget.Folder("../out"), ""), Path.of("/a/b"), Map.of());
    assertThat(store.name()).isEqualTo("/a/out");
  }

  @Test
  void aTagIsTheSameHoweverItIsSaid() {
    Listed listed = new Listed("a", 1, "\"1\"");
    assertThat(List.of("1", "\"1\"", "W/\"1\"")).allMatch(listed::hasTag);
    assertThat(List.of("", "2", "W/\"2\"")).noneMatch(listed::hasTag);
  }

  @Test
  void aStoreThatDoesNotAnswerMayDoSoAnotherTime() throws IOException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "OpenDAL may have no library here");
    PublishTarget nowhere = target(new PublishTarget.Bucket("bucket", ""), "http://127.0.0.1:1");
    try (Store store = Stores.open(nowhere, Path.of(""), KEYS)) {
      assertThatThrownBy(() -> store.stat("a"))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue())
          .hasMessageStartingWith("cannot reach the target: ")
          .hasMessageContaining("Connection refused");
    }
  }
}
