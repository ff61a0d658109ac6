package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.opendal.Entry;
import org.apache.opendal.Metadata;
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

  private Entry entry(String path, boolean file) {
    return new Entry(path, new Metadata(file ? 0 : 1, 1, "", "", "", "", "tag", Instant.EPOCH, ""));
  }

  /// As S3 lists keys that start with something, with a slash for what parts them or without.
  private List<Entry> list(String prefix, boolean deep) {
    asked.add(prefix + (deep ? "*" : ""));
    Set<String> found = new TreeSet<>();
    for (String key : keys) {
      if (key.startsWith(prefix)) {
        int slash = deep ? -1 : key.indexOf('/', prefix.length());
        found.add(slash < 0 ? key : key.substring(0, slash + 1));
      }
    }
    return found.stream().map(path -> entry(path, !path.endsWith("/"))).toList();
  }

  private List<String> walk(Collection<String> large) throws StoreException {
    return new ObjectWalk(this::list)
        .all(large).stream()
            .filter(entry -> entry.getMetadata().isFile())
            .map(Entry::getPath)
            .toList();
  }

  @Test
  void findsEachObjectOnceWhereverItIs() throws StoreException {
    assertThat(walk(List.of("news/", "gone/"))).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            ".levee/", ".levee/objects/*", ".levee/releases/*", "", "news/*", "gone/*", "tags/*");
  }

  @Test
  void looksAtWhatIsItsOwnBeforeAllElse() throws StoreException {
    assertThat(walk(List.of("news/"))).startsWith(".levee/manifest");
    assertThat(asked).startsWith(".levee/");
  }

  @Test
  void findsWhatSomebodyElsePutIntoEachFolder() throws StoreException {
    for (String folder :
        List.of("", "news/", "news/a/", "tags/", "theirs/", ".levee/", ".hidden/")) {
      keys.add(folder + "theirs");
      keys.add(folder + "ä ß+%20?#.html");
      keys.add(folder + "a\\b");
      assertThat(walk(List.of("news/", "tags/"))).containsExactlyInAnyOrderElementsOf(keys);
    }
  }

  @Test
  void listsAllAtOnceWhereAFolderHasANameThatMayBeTakenForAnother() throws StoreException {
    for (String odd : List.of(" space/a", "/a", "//a", "ä/a", "\u00a0/a")) {
      keys.add(odd);
      assertThat(walk(List.of("news/"))).containsExactlyElementsOf(keys);
      assertThat(asked).endsWith("*");
      keys.remove(odd);
    }
  }

  @Test
  void listsAllAtOnceWhereThereAreManyFolders() throws StoreException {
    IntStream.range(0, 100).forEach(i -> keys.add("folder" + i + "/index.html"));
    assertThat(walk(List.of("news/"))).containsExactlyElementsOf(keys);
    assertThat(asked).hasSizeLessThan(10);
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
    assertThatThrownBy(() -> walk.all(List.of("news/"))).hasMessage("the line is bad");
  }
}
