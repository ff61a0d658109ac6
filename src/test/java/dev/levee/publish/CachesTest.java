package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.cdn.Cdn;
import dev.levee.config.PublishTarget;
import dev.levee.config.PublishTarget.Cache;
import dev.levee.config.PublishTarget.CacheKind;
import dev.levee.output.Kind;
import dev.levee.output.OutputPath;
import dev.levee.output.Sites.File;
import dev.levee.publish.Caches.Asked;
import dev.levee.publish.Publisher.Result;
import dev.levee.store.MemoryStore;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What caches are told of a publish, and that they are told in the end.
class CachesTest {

  private final MemoryStore store = new MemoryStore();
  private final CopyingCdn cdn = new CopyingCdn();
  private Instant now = Target.START;
  private int holders;

  /// A cache that keeps what it gets until it is told not to.
  private final class CopyingCdn implements Cdn {

    private final Map<String, String> kept = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private boolean broken;
    private int most = 40;

    @Override
    public String name() {
      return "the cache";
    }

    @Override
    public int most() {
      return most;
    }

    @Override
    public void forget(List<String> addresses) throws IOException {
      check(addresses.toString());
      kept.keySet().removeAll(addresses);
    }

    @Override
    public void forgetAll() throws IOException {
      check("all");
      kept.clear();
    }

    private void check(String what) throws StoreException {
      if (broken) {
        throw new StoreException("the cache: it answers 500", false, null);
      }
      told.add(what);
    }

    String get(String address) {
      return kept.computeIfAbsent(address, CachesTest.this::there);
    }
  }

  /// What the target itself says at an address.
  private String there(String address) {
    String path = address.substring(1) + (address.endsWith("/") ? "index.html" : "");
    return store.files().getOrDefault(path, "not found");
  }

  private Publisher publisher() {
    now = now.plus(Duration.ofMinutes(10));
    PublishTarget settings =
        new PublishTarget(
            "test",
            "test",
            new PublishTarget.Folder("x"),
            "",
            "",
            5,
            30,
            100,
            true,
            List.of(new Cache(CacheKind.WEBHOOK, "https://example.org/")));
    return new Publisher(
        store,
        settings,
        new Caches("", List.of(cdn)),
        () -> now,
        "test " + holders++,
        2,
        Progress.SILENT);
  }

  private static Map<String, File> site(int version) {
    Map<String, File> site = Target.site(version);
    site.put("news/index.html", new File(Kind.LIST, "news " + version));
    return site;
  }

  private static Candidate candidate(Map<String, File> site) {
    Candidate plain = Target.candidate(site);
    TreeMap<OutputPath, Item> items = new TreeMap<>(plain.items());
    items.replaceAll((path, item) ->
        item.kind() == Kind.ASSET
            ? new Item(
                item.kind(),
                item.digest(),
                item.size(),
                new ItemHeaders(Map.of("Cache-Control", "public, max-age=31536000, immutable")),
                "")
            : item);
    return new Candidate(items, "", plain.source());
  }

  private Result publish(Map<String, File> site) throws IOException {
    return publisher().publish(candidate(site), List.of(Allowance.LOCK));
  }

  private String manifest() {
    return new String(store.kept(".levee/manifest").bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatChangedIsForgottenAndNothingElse() throws IOException {
    publish(site(1));
    assertThat(cdn.told).singleElement().asString().doesNotContain("assets/");
    cdn.told.clear();
    Map<String, File> next = site(2);
    next.remove("feed.xml");
    next.put("assets/main.2.css", new File(Kind.ASSET, "css 2"));
    next.remove("assets/main.1.css");
    Result result = publish(next);
    assertThat(result.untold()).isEmpty();
    assertThat(cdn.told)
        .containsExactly("[/feed.xml, /news/a.html, /news/, /news/index.html, /news]");
    assertThat(manifest()).doesNotContain("\n!\t");
    assertThat(publish(next).applied()).isEmpty();
    assertThat(cdn.told).hasSize(1);
  }

  @Test
  void ofMoreThanACacheTakesItForgetsAll() throws IOException {
    cdn.most = 3;
    publish(site(1));
    assertThat(cdn.told).containsExactly("all");
  }

  @Test
  void aFailureIsMadeGoodByTheNextPublish() throws IOException {
    publish(site(1));
    cdn.broken = true;
    cdn.get("/news/a.html");
    Result failed = publish(site(2));
    assertThat(failed.applied()).isPresent();
    assertThat(failed.untold()).containsExactly("the cache: it answers 500");
    assertThat(manifest()).contains("\n!\tnews/a.html\n");
    assertThat(publish(site(2)).untold()).as("again").hasSize(1);
    cdn.told.clear();
    cdn.broken = false;
    store.mend();
    Result later = publish(site(2));
    assertThat(later.untold()).isEmpty();
    assertThat(later.applied().orElseThrow().puts()).isZero();
    assertThat(cdn.told).singleElement().asString().contains("/news/a.html");
    assertThat(store.log()).noneMatch(change -> change.matches("(put|delete) [^.].*"));
    assertThat(manifest()).doesNotContain("\n!\t");
    assertThat(publish(site(2)).applied()).isEmpty();
  }

  @Test
  void itIsNotedBeforeItIsAskedFor() throws IOException {
    publish(site(1));
    cdn.broken = true;
    store.mend();
    publish(site(2));
    List<String> log = store.log();
    assertThat(log.indexOf("put .levee/manifest")).isLessThan(log.indexOf("put news/a.html"));
    assertThat(publisher().plan(candidate(site(2))).release().outdated())
        .contains(OutputPath.of("news/a.html"), OutputPath.of("news/index.html"));
  }

  @Test
  void goingBackIsToldToo() throws IOException {
    publish(site(1));
    publish(site(2));
    cdn.told.clear();
    publisher().rollback("", List.of());
    assertThat(cdn.told)
        .containsExactly("[/feed.xml, /news/a.html, /news/, /news/index.html, /news]");
  }

  @Test
  void aDryRunTellsNobody() throws IOException {
    publish(site(1));
    cdn.told.clear();
    PublishPlan plan = publisher().plan(candidate(site(2)));
    List<Asked> asked = new Caches("", List.of(cdn)).asked(plan.release().outdated());
    assertThat(asked).singleElement().extracting(a -> a.addresses().size()).isEqualTo(5);
    assertThat(cdn.told).isEmpty();
  }

  /// Wherever a publish is cut, caches say what is there once the next has come to its end.
  @Test
  void noCutLeavesACacheWithWhatIsNoLongerSo() throws IOException {
    List<String> addresses =
        List.of("/", "/index.html", "/news/", "/news/a.html", "/news/b.html", "/feed.xml");
    Map<String, File> next = site(2);
    next.put("news/b.html", new File(Kind.PAGE, "b"));
    next.remove("feed.xml");
    boolean done = false;
    for (int cut = 0; !done; cut++) {
      store.list(false).forEach(listed -> store.remove(listed.path()));
      publish(site(1));
      addresses.forEach(cdn::get);
      store.cutAfter(cut);
      try {
        publish(next);
        done = true;
      } catch (StoreException e) {
        assertThat(e).hasMessage("the line is cut");
      }
      store.mend();
      addresses.forEach(cdn::get);
      publish(next);
      for (String address : addresses) {
        assertThat(cdn.get(address))
            .as("%s after a cut at %d", address, cut)
            .isEqualTo(there(address));
      }
    }
  }
}
