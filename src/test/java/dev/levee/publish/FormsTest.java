package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.output.Kind;
import dev.levee.output.Sites;
import dev.levee.store.MemoryStore;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Compressed forms, which are there only while their files are and say the same.
class FormsTest {

  private final MemoryStore store = new MemoryStore();

  /// @param level with how much effort the files are packed
  private static Map<String, Sites.File> site(int version, int level) {
    Map<String, Sites.File> site = new TreeMap<>(Target.site(version));
    Target.site(version)
        .forEach((path, file) ->
            site.put(
                path + ".gz", new Sites.File(Kind.VARIANT, "packed " + level + " " + file.text())));
    return site;
  }

  private static List<Map<String, Sites.File>> others() {
    return List.of(
        site(1, 2), Target.site(1), site(2, 1), site(2, 2), Target.site(2), Map.of(), site(1, 1));
  }

  @Test
  void aPublishMayHaveNothingButForms() throws IOException {
    Target target = new Target(store);
    for (Map<String, Sites.File> site :
        List.of(site(1, 1), site(1, 2), Target.site(1), site(1, 1), site(2, 2), Target.site(1))) {
      assertThat(target.publish(site).applied()).isPresent();
      assertThat(store.files()).isEqualTo(Sites.texts(site));
      assertThat(target.publish(site).applied()).isEmpty();
    }
  }

  @Test
  void aNoteComesAfterTheFormsThatItKnows() throws IOException {
    Target target = new Target(store);
    target.publish(site(1, 1));
    store.mend();
    target.publish(Target.site(1));
    List<String> log = store.log();
    assertThat(log).filteredOn(change -> change.startsWith("delete ")).hasSize(5);
    assertThat(log.lastIndexOf("put .levee/manifest"))
        .isGreaterThan(log.indexOf("delete index.html.gz"));
  }

  @Test
  void aCutLeavesNoFormThatSaysAnythingElseThanItsFile() throws IOException {
    for (Map<String, Sites.File> next : others()) {
      boolean done = false;
      for (int cut = 0; !done; cut++) {
        MemoryStore store = new MemoryStore();
        new Target(store).publish(site(1, 1));
        done = isPublished(store.cutAfter(cut), next);
        assertFormsAreTrue(store.files());
        store.mend();
        new Target(store).later(Lease.TIME.multipliedBy(2)).publish(next, Allowance.values());
        assertThat(store.files()).containsAllEntriesOf(Sites.texts(next));
        assertFormsAreTrue(store.files());
      }
    }
  }

  private static boolean isPublished(MemoryStore store, Map<String, Sites.File> site)
      throws IOException {
    try {
      new Target(store).later(Lease.TIME).publish(site, Allowance.values());
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessage("the line is cut");
      return false;
    }
  }

  private static void assertFormsAreTrue(Map<String, String> files) {
    files.forEach((path, text) -> {
      if (path.endsWith(".gz")) {
        String file = files.get(path.substring(0, path.length() - ".gz".length()));
        assertThat(file).as(path).isNotNull();
        assertThat(text).as(path).matches("packed \\d " + file);
      }
    });
  }
}
