package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.output.Kind;
import dev.levee.output.Sites;
import dev.levee.output.Sites.File;
import dev.levee.store.MemoryStore;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law of publishing: wherever the line is cut, no reader meets a page whose files are gone,
/// not even one who still has a page of an earlier release, and the next publish makes it whole.
class CutPublishTest {

  private static final int KEPT = 4;

  static LongStream seeds() {
    return LongStream.rangeClosed(3, 2 + Budget.of(2, 40));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCutAfterAnyChangeLeavesNoPageWithoutItsFiles(long seed) throws IOException {
    Random random = new Random(seed);
    MemoryStore before = new MemoryStore();
    List<Map<String, File>> sites = new ArrayList<>();
    for (int i = 0; i < seed % 6; i++) {
      sites.add(Sites.random(random));
      new Target(before, KEPT, 0).later(day(i)).publish(sites.getLast(), Allowance.values());
    }
    Map<String, File> next = Sites.random(random);
    int cut = 0;
    for (boolean done = false; !done; cut++) {
      MemoryStore store = before.copy();
      done = cutPublish(store, next, cut, sites.size());
      checkReaders(store, sites, next.keySet());
      checkRepaired(store, next, sites.size());
    }
    assertThat(cut).isGreaterThan(10);
  }

  static LongStream seedsOfChains() {
    return LongStream.rangeClosed(101, 100 + Budget.of(2, 60));
  }

  @ParameterizedTest
  @MethodSource("seedsOfChains")
  void cutsOneAfterTheOtherLeaveNoPageWithoutItsFiles(long seed) throws IOException {
    Random random = new Random(seed);
    for (int chain = 0; chain < 10; chain++) {
      MemoryStore store = new MemoryStore();
      List<Map<String, File>> sites = new ArrayList<>(List.of(Sites.random(random)));
      cutPublish(store, sites.getFirst(), Integer.MAX_VALUE, 0);
      for (int cut = 1; cut < 5; cut++) {
        Map<String, File> next = random.nextInt(4) == 0 ? sites.getFirst() : Sites.random(random);
        cutPublish(store, next, random.nextInt(60), cut);
        sites.add(next);
        Set<String> staying = new HashSet<>(sites.getFirst().keySet());
        sites.forEach(site -> staying.retainAll(site.keySet()));
        checkReaders(store, sites.subList(0, 1), staying);
      }
      checkRepaired(store, Sites.random(random), 5);
    }
  }

  @Test
  void aReleaseOfManyFilesIsCutEverywhere() throws IOException {
    Map<String, File> old = large(1);
    Map<String, File> next = large(2);
    MemoryStore before = new MemoryStore();
    cutPublish(before, old, Integer.MAX_VALUE, 0);
    int cut = 0;
    for (boolean done = false; !done; cut++) {
      MemoryStore store = before.copy();
      done = cutPublish(store, next, cut, 1);
      checkReaders(store, List.of(old), next.keySet());
      if (cut % 10 == 0) {
        checkRepaired(store, next, 1);
      }
    }
    assertThat(cut).isGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aRollbackIsCutEverywhere(long seed) throws IOException {
    Random random = new Random(1_000 + seed);
    MemoryStore before = new MemoryStore();
    List<Map<String, File>> sites = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sites.add(Sites.random(random));
      new Target(before, KEPT, 0).later(day(i)).publish(sites.getLast(), Allowance.values());
    }
    Map<String, File> earlier = sites.get(1);
    String id = new Target(before, KEPT, 0).publisher().releases().get(1).id();
    Change back = target -> target.publisher().rollback(id, List.of(Allowance.values()));
    boolean done = false;
    for (int cut = 0; !done; cut++) {
      MemoryStore store = before.copy();
      done = cut(store, back, cut, 3);
      checkReaders(store, sites, earlier.keySet());
      checkGoneBack(store, back, earlier);
      checkRepaired(store, sites.getLast(), 6);
    }
  }

  private static void checkGoneBack(MemoryStore store, Change back, Map<String, File> earlier)
      throws IOException {
    back.at(new Target(store, KEPT, 0).later(day(5)));
    assertThat(store.files()).containsAllEntriesOf(Sites.texts(earlier));
    assertThat(Sites.brokenLinks(store.files(), earlier.keySet())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPruneIsCutEverywhere(long seed) throws IOException {
    Random random = new Random(2_000 + seed);
    MemoryStore before = new MemoryStore();
    List<Map<String, File>> sites = new ArrayList<>();
    for (int i = 0; i < KEPT + 3; i++) {
      sites.add(Sites.random(random));
      new Target(before, KEPT, 100).later(day(i)).publish(sites.getLast(), Allowance.values());
    }
    Change prune = target -> target.publisher().prune(List.of(Allowance.values()));
    Map<String, File> there = sites.getLast();
    boolean done = false;
    for (int cut = 0; !done; cut++) {
      MemoryStore store = before.copy();
      done = cut(store, prune, cut, 50);
      assertThat(store.files()).containsAllEntriesOf(Sites.texts(there));
      checkReaders(store, sites, there.keySet());
      checkRepaired(store, there, 52);
    }
  }

  private static Map<String, File> large(int version) {
    Map<String, File> site = new TreeMap<>();
    List<String> pages = new ArrayList<>();
    String css = "assets/main." + version + ".css";
    site.put(css, Sites.file(Kind.ASSET, "css", version, List.of()));
    for (int i = version; i < 30 + version; i++) {
      String picture = "pictures/" + i + "." + version + ".jpg";
      String page = "news/" + i + ".html";
      site.put(picture, Sites.file(Kind.PICTURE, picture, 1, List.of()));
      site.put(page, Sites.file(Kind.PAGE, page, version, List.of(css, picture, "index.html")));
      pages.add(page);
    }
    pages.add(css);
    site.put("index.html", Sites.file(Kind.HOME, "home", version, pages));
    return site;
  }

  private static Duration day(int days) {
    return Duration.ofDays(days);
  }

  @FunctionalInterface
  private interface Change {
    void at(Target target) throws IOException;
  }

  private static boolean cutPublish(MemoryStore store, Map<String, File> site, int changes, int day)
      throws IOException {
    return cut(store, target -> target.publish(site, Allowance.values()), changes, day);
  }

  /// Whether a change came to its end.
  private static boolean cut(MemoryStore store, Change change, int changes, int day)
      throws IOException {
    try {
      change.at(new Target(store.cutAfter(changes), KEPT, 0).later(day(day)));
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessage("the line is cut");
      return false;
    } finally {
      store.mend();
    }
  }

  private static void checkReaders(
      MemoryStore store, List<Map<String, File>> sites, Set<String> next) {
    Map<String, String> files = store.files();
    Set<String> staying = new HashSet<>();
    if (!sites.isEmpty()) {
      staying.addAll(sites.getLast().keySet());
      staying.retainAll(next);
      staying.removeIf(path -> !path.endsWith(".html"));
      staying.add("index.html");
      assertThat(files).containsKeys(staying.toArray(String[]::new));
    }
    assertThat(Sites.brokenLinks(files, staying)).isEmpty();
    int oldest = Math.max(0, sites.size() - KEPT);
    for (Map<String, File> held : sites.subList(oldest, sites.size())) {
      held.forEach((path, file) -> {
        if (path.endsWith(".html")) {
          assertThat(files).as("files of " + path).containsKeys(filesOf(file));
        }
      });
    }
  }

  private static String[] filesOf(File page) {
    List<String> files = new ArrayList<>();
    Matcher link = Sites.HREF.matcher(page.text());
    while (link.find()) {
      if (link.group(1).matches(".*\\.(css|woff|jpg)")) {
        files.add(link.group(1));
      }
    }
    return files.toArray(String[]::new);
  }

  private static void checkRepaired(MemoryStore store, Map<String, File> site, int day)
      throws IOException {
    Target target = new Target(store, KEPT, 0).later(day(day + 1));
    target.publish(site, Allowance.values());
    Map<String, String> files = store.files();
    assertThat(files).containsAllEntriesOf(Sites.texts(site));
    files.keySet().removeAll(site.keySet());
    assertThat(files.keySet()).as("what stays").allMatch(p -> p.matches(".*\\.(css|woff|jpg)"));
    store.mend();
    assertThat(target.publish(site).applied()).isEmpty();
    assertThat(store.log()).as("changes where nothing changed").isEmpty();
  }
}
