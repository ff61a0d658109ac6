package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.store.Store.Condition;
import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

  private static final byte[] ONE = {1};

  @TempDir Path temp;
  private Store store;

  @BeforeEach
  void open() {
    store = new FolderStore(temp.resolve("out"));
  }

  @Test
  void whatIsPutIsThere() throws IOException {
    assertThat(store.list()).isEmpty();
    assertThat(store.get("a/b")).isEmpty();
    store.put("a/b", ONE, Map.of(), Condition.NONE);
    assertThat(store.get("a/b").orElseThrow().bytes()).isEqualTo(ONE);
    assertThat(store.get("a/b/c")).isEmpty();
    Listed listed = store.list().getFirst();
    assertThat(listed.path()).isEqualTo("a/b");
    assertThat(listed.tag()).isEqualTo(store.get("a/b").orElseThrow().tag());
    store.copy("a/b", "c/d");
    store.delete("a/b");
    store.delete("a/b");
    assertThat(store.list()).extracting(Listed::path).containsExactly("c/d");
    assertThat(temp.resolve("out/a")).as("a folder that is left empty").doesNotExist();
  }

  @Test
  void conditionsAreHeld() throws IOException {
    store.put("a", ONE, Map.of(), Condition.ABSENT);
    assertThatThrownBy(() -> store.put("a", ONE, Map.of(), Condition.ABSENT))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store.put("a", ONE, Map.of(), Condition.tag("other")))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store.put("b", ONE, Map.of(), Condition.tag("other")))
        .isInstanceOf(ConflictException.class);
    store.put("a", ONE, Map.of(), Condition.tag(store.list().getFirst().tag()));
  }

  @Test
  void aFaultNamesTheFile() throws IOException {
    store.put("a", ONE, Map.of(), Condition.NONE);
    assertThatThrownBy(() -> store.put("a/b", ONE, Map.of(), Condition.NONE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("'a/b'");
  }
}
