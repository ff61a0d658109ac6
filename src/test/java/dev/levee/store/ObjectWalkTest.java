package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.opendal.Entry;
import org.apache.opendal.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectWalkTest {

  private final Set<String> keys =
      new TreeSet<>(
          List.of(
              "!first.html",
              ".levee/manifest",
              ".levee/objects/1",
              ".levee/objects/2",
              ".levee/releases/1",
              "index.html",
              "news/a/index.html",
              "news/index.html",
              "tags/river/index.html",
              "zebra.html"));

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private static Entry entry(String path, @Nullable String tag) {
    boolean file = !path.endsWith("/");
    return new Entry(path, new Metadata(file ? 0 : 1, 1, "", "", "", "", tag, Instant.EPOCH, ""));
  }

  /// As OpenDAL lists keys that start with something, those between slashes once.
  private List<Entry> list(String prefix, boolean deep) {
    asked.add(prefix + (deep ? "*" : ""));
    Map<String, Entry> found = new TreeMap<>();
    for (String key : keys) {
      if (key.startsWith(prefix)) {
        int slash = deep ? -1 : key.indexOf('/', prefix.length());
        String path = slash < 0 ? key : key.substring(0, slash + 1);
        found.put(path, path.isEmpty() ? entry("/", "tag") : entry(path, slash < 0 ? "tag" : null));
      }
    }
    return List.copyOf(found.values());
  }

  private List<String> walk() throws IOException {
    return new ObjectWalk(this::list)
        .all(true).stream()
            .filter(entry -> entry.getMetadata().isFile())
            .map(Entry::getPath)
            .toList();
  }

  @Test
  void findsEachObjectOnceWhereverItIs() throws IOException {
    assertThat(walk()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            ".levee/", ".levee/objects/*", ".levee/releases/*", "", "news/*", "tags/*");
  }

  @Test
  void looksAtWhatIsItsOwnBeforeAllElse() throws IOException {
    assertThat(walk()).startsWith(".levee/manifest");
    assertThat(asked).startsWith(".levee/");
  }

  @Test
  void findsWhatSomebodyElsePutIntoEachFolder() throws IOException {
    for (String folder :
        List.of("", "news/", "news/a/", "tags/", "theirs/", ".levee/", ".hidden/")) {
      keys.add(folder + "theirs");
      keys.add(folder + "ä ß+%20?#.html");
      keys.add(folder + "a\\b");
      assertThat(walk()).containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void takesTheObjectThatStandsForTheTopForNoFolder() throws IOException {
    List<String> files = List.copyOf(keys);
    keys.add("");
    keys.add("news/");
    assertThat(walk()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(asked).doesNotContain("*", "/*");
  }

  @Test
  void listsAllAtOnceWhereAFolderHasANameThatMayBeTakenForAnother() throws IOException {
    for (String odd : List.of(" space/a", "/a", "//a", "ä/a", "\u00a0/a")) {
      keys.add(odd);
      asked.clear();
      assertThat(walk()).containsExactlyElementsOf(keys);
      assertThat(asked).containsExactly(".levee/", "", "*");
      keys.remove(odd);
    }
  }

  @Test
  void listsAllAtOnceWhereThereAreManyFolders() throws IOException {
    IntStream.range(0, 100).forEach(i -> keys.add("folder" + i + "/index.html"));
    assertThat(walk()).containsExactlyElementsOf(keys);
    assertThat(asked).containsExactly(".levee/", "", "*");
  }

  @Test
  void saysWhyAFolderCannotBeListed() {
    ObjectWalk walk =
        new ObjectWalk((prefix, deep) -> {
          if (prefix.equals("news/")) {
            throw new StoreException("the line is bad", true, null);
          }
          return list(prefix, deep);
        });
    assertThatThrownBy(() -> walk.all(true)).hasMessage("the line is bad");
  }

  @Test
  void oneThatFailsEndsThoseThatHaveNotBegun() {
    IntStream.range(0, 30).forEach(i -> keys.add("folder" + i + "/index.html"));
    CountDownLatch never = new CountDownLatch(1);
    ObjectWalk walk =
        new ObjectWalk((prefix, deep) -> {
          List<Entry> entries = list(prefix, deep);
          if (prefix.equals("folder0/")) {
            throw new StoreException("the line is bad", true, null);
          }
          if (prefix.startsWith("folder")) {
            await(never);
          }
          return entries;
        });
    keys.removeIf(key -> key.startsWith("news/") || key.startsWith("tags/"));
    assertThatThrownBy(() -> walk.all(true)).hasMessage("the line is bad");
    assertThat(asked).as("sixteen at once").hasSizeLessThan(25);
  }

  private static void await(CountDownLatch latch) throws StoreException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new StoreException("interrupted", false, e);
    }
  }
}
