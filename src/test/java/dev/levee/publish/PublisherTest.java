package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.output.Kind;
import dev.levee.output.OutputPath;
import dev.levee.output.Sites;
import dev.levee.publish.Publisher.Result;
import dev.levee.store.MemoryStore;
import dev.levee.store.Patience;
import dev.levee.store.PatientStore;
import dev.levee.store.Store;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// What a publish does, and what it refuses to.
class PublisherTest {

  private static final String CSS = "assets/main.1.css";

  private final MemoryStore store = new MemoryStore();
  private final Target target = new Target(store);

  @Test
  void filesArePutBeforeWhatLeadsToThem() throws IOException {
    Result result = target.publish(Target.site(1));
    assertThat(result.applied().orElseThrow().puts()).isEqualTo(4);
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(1)));
    assertThat(store.log())
        .containsExactly(
            "put .levee/lock",
            "put .levee/manifest",
            "put assets/main.1.css",
            "put news/a.html",
            "put feed.xml",
            "put index.html",
            "put .levee/manifest",
            "delete .levee/lock");
    assertThat(store.kept("index.html").headers()).containsEntry("Content-Type", "text/html");
  }

  @Test
  void whereNothingChangedNothingIsPut() throws IOException {
    target.publish(Target.site(1));
    store.mend();
    assertThat(target.publish(Target.site(1)).applied()).isEmpty();
    assertThat(store.log()).isEmpty();
    assertThat(store.count("list")).isEqualTo(1);
    assertThat(store.count("get")).isEqualTo(1);
  }

  @Test
  void onlyWhatChangedIsPut() throws IOException {
    target.publish(Target.site(1));
    store.mend();
    Result result = target.publish(Target.site(2));
    assertThat(result.applied().orElseThrow().puts()).isEqualTo(2);
    assertThat(result.applied().orElseThrow().unchanged()).isEqualTo(2);
    assertThat(store.log())
        .contains("put news/a.html", "put feed.xml")
        .doesNotContain("put " + CSS);
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
  }

  @Test
  void aChangedHeaderIsAChange() throws IOException {
    target.publish(Target.site(1));
    Candidate other = Target.candidate(Target.site(1), "text/plain");
    assertThat(target.publisher().publish(other, List.of()).applied().orElseThrow().puts())
        .isEqualTo(4);
    assertThat(store.kept("index.html").headers()).containsEntry("Content-Type", "text/plain");
    assertThat(target.publisher().releases()).as("another release").hasSize(2);
  }

  @Test
  void aFileThatOnlyMovedIsAnotherRelease() throws IOException {
    target.publish(Target.site(1));
    Map<String, Sites.File> moved = new TreeMap<>(Target.site(1));
    moved.put("news/b.html", moved.remove("news/a.html"));
    Result result = target.publish(moved);
    assertThat(result.applied().orElseThrow().puts()).isEqualTo(1);
    assertThat(target.publisher().releases()).hasSize(2);
  }

  @Test
  void aSiteThatOnlyLostAnAssetIsNoted() throws IOException {
    target.publish(Target.site(1));
    Map<String, Sites.File> less = new TreeMap<>(Target.site(1));
    less.remove(CSS);
    Result result = target.publish(less);
    assertThat(result.applied().orElseThrow().puts()).isZero();
    assertThat(result.plan().retired()).containsOnlyKeys(OutputPath.of(CSS));
    assertThat(target.publish(less).applied()).as("once").isEmpty();
    assertThat(target.publisher().releases()).hasSize(2);
  }

  /// A site that is being looked through.
  private record Slow(Candidate candidate, BooleanSupplier until) implements Offer {
    @Override
    public Collection<OutputPath> paths() {
      return candidate.paths();
    }

    @Override
    public Candidate candidate() {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (!until.getAsBoolean() && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return candidate;
    }
  }

  @Test
  void theTargetIsListedWhileTheSiteIsLookedThrough() throws IOException {
    AtomicBoolean listed = new AtomicBoolean();
    Slow slow =
        new Slow(
            Target.candidate(Target.site(1)),
            () -> {
              listed.set(store.count("list") > 0);
              return listed.get();
            });
    target.publisher().publish(slow, List.of());
    assertThat(listed).isTrue();
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(1)));
  }

  @Test
  void ofASiteThatCannotBePublishedNothingIs() {
    Offer changed =
        new Offer() {
          @Override
          public Collection<OutputPath> paths() {
            return List.of();
          }

          @Override
          public Candidate candidate() throws IOException {
            throw new IOException("'site/a.html' is not as the last build left it");
          }
        };
    assertThatThrownBy(() -> target.publisher().publish(changed, List.of()))
        .hasMessage("'site/a.html' is not as the last build left it");
    assertThat(store.log()).isEmpty();
  }

  @Test
  void aChangeOfHeadersThatWasStoppedTakesNothingFromTheHistory() throws IOException {
    target.publish(Target.site(1));
    String first = target.publisher().releases().getFirst().id();
    Candidate other = Target.candidate(Target.site(1), "text/plain");
    store.cutAfter(9);
    target.later(Duration.ofMinutes(10));
    assertThatThrownBy(() -> target.publisher().publish(other, List.of()))
        .hasMessage("the line is cut");
    store.mend();
    target.publish(Target.site(2));
    target.later(Duration.ofMinutes(1)).publisher().rollback(first, List.of());
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(1)));
  }

  @Test
  void aHeaderThatTheStoreDoesNotKeepIsNoChange() throws IOException {
    store.keeping(Set.of("Cache-Control"));
    target.publish(Target.site(1));
    Candidate other = Target.candidate(Target.site(1), "text/plain");
    assertThat(target.publisher().publish(other, List.of()).applied()).isEmpty();
  }

  @Test
  void anOldAssetStaysForAsManyReleasesAndDays() throws IOException {
    Target few = new Target(store, 2, 10);
    few.publish(Target.site(1));
    Result moved = few.publish(withOtherCss(2));
    assertThat(moved.plan().retired()).containsOnlyKeys(OutputPath.of(CSS));
    assertThat(store.files()).containsKey(CSS);
    few.publish(withOtherCss(3));
    few.publish(withOtherCss(4));
    assertThat(store.files()).as("too few days").containsKey(CSS);
    few.later(Duration.ofDays(11));
    PublishPlan plan = few.publisher().planPrune();
    assertThat(plan.deletes()).containsExactly(OutputPath.of(CSS));
    few.publisher().prune(List.of());
    assertThat(store.files()).doesNotContainKey(CSS);
    assertThat(few.publish(withOtherCss(4)).applied()).isEmpty();
    few.publish(Target.site(4));
    few.later(Duration.ofDays(11));
    assertThat(few.publisher().planPrune().deletes()).as("too few releases").isEmpty();
  }

  @Test
  void anOldAssetThatIsWantedAgainIsNotPut() throws IOException {
    target.publish(Target.site(1));
    target.publish(withOtherCss(2));
    store.mend();
    Result back = target.publish(Target.site(3));
    assertThat(store.log()).doesNotContain("put " + CSS);
    assertThat(back.plan().retired()).containsOnlyKeys(OutputPath.of("assets/main.2.css"));
  }

  private static Map<String, Sites.File> withOtherCss(int version) {
    Map<String, Sites.File> site = Target.site(version);
    site.remove(CSS);
    site.put("assets/main.2.css", new Sites.File(Kind.ASSET, "css 2"));
    return site;
  }

  @Test
  void whatSomebodyElseChangedIsRepaired() throws IOException {
    target.publish(Target.site(1));
    store.meddle("index.html", "defaced");
    store.remove("news/a.html");
    store.meddle("theirs.txt", "theirs");
    Result result = target.publish(Target.site(1));
    assertThat(result.applied().orElseThrow().puts()).isEqualTo(2);
    Map<String, String> files = store.files();
    assertThat(files.remove("theirs.txt")).isEqualTo("theirs");
    assertThat(files).isEqualTo(Sites.texts(Target.site(1)));
  }

  @Test
  void filesOfOthersAreNotReplacedUnlessThatIsAllowed() throws IOException {
    store.meddle("index.html", "theirs");
    assertThat(refusals(target.publish(Target.site(1)))).containsExactly(Allowance.REPLACE);
    assertThat(store.log()).isEmpty();
    assertThat(target.publish(Target.site(1), Allowance.REPLACE).applied()).isPresent();
  }

  @Test
  void aReleaseThatLosesMuchIsRefused() throws IOException {
    Map<String, Sites.File> large = Target.site(1);
    for (int i = 0; i < 40; i++) {
      large.put("news/" + i + ".html", new Sites.File(Kind.PAGE, "page " + i));
    }
    target.publish(large);
    store.mend();
    assertThat(refusals(target.publish(Target.site(1)))).containsExactly(Allowance.DELETES);
    assertThat(refusals(target.publish(Map.of())))
        .containsExactly(Allowance.EMPTY, Allowance.NO_HOME, Allowance.DELETES);
    Map<String, Sites.File> homeless = new TreeMap<>(large);
    homeless.remove("index.html");
    assertThat(refusals(target.publish(homeless))).containsExactly(Allowance.NO_HOME);
    assertThat(store.log()).isEmpty();
    assertThat(target.publish(Target.site(1), Allowance.DELETES).applied()).isPresent();
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(1)));
  }

  @Test
  void whatGoesBecauseItsTimeIsOverIsNoLoss() throws IOException {
    Target few = new Target(store, 1, 0);
    Map<String, Sites.File> illustrated = Target.site(1);
    for (int i = 0; i < 40; i++) {
      illustrated.put("pictures/" + i + ".jpg", new Sites.File(Kind.PICTURE, "picture " + i));
    }
    few.publish(illustrated);
    few.publish(Target.site(2));
    few.publish(Target.site(3));
    Result due = few.publish(Target.site(4));
    assertThat(due.plan().refusals()).isEmpty();
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(4)));
  }

  @Test
  void aReleaseThatLosesMuchOfWhatAStoppedOneHasPutIsRefused() throws IOException {
    Map<String, Sites.File> large = Target.site(1);
    for (int i = 0; i < 40; i++) {
      large.put("news/" + i + ".html", new Sites.File(Kind.PAGE, "page " + i));
    }
    cut(large, 42);
    target.later(Lease.TIME);
    Result result = target.publish(Target.site(1));
    assertThat(result.plan().refusals())
        .singleElement()
        .extracting(Refusal::why)
        .asString()
        .startsWith("39 of 40 files would be deleted");
  }

  private static List<Allowance> refusals(Result result) {
    assertThat(result.applied()).isEmpty();
    return result.plan().refusals().stream().map(Refusal::what).toList();
  }

  @Test
  void aReleaseIsTakenBackWithoutASite() throws IOException {
    target.publish(Target.site(1));
    Map<String, Sites.File> second = withOtherCss(2);
    second.put("news/b.html", new Sites.File(Kind.PAGE, "b"));
    target.publish(second);
    target.publish(withOtherCss(3));
    List<Publisher.Noted> releases = target.publisher().releases();
    assertThat(releases).hasSize(3);
    store.mend();
    target.later(Duration.ofMinutes(1)).publisher().rollback("", List.of());
    assertThat(store.files()).containsAllEntriesOf(Sites.texts(second));
    assertThat(store.log()).contains("put news/b.html").doesNotContain("put " + CSS);
    target.later(Duration.ofMinutes(1)).publisher().rollback(releases.getLast().id(), List.of());
    assertThat(store.files())
        .containsAllEntriesOf(Sites.texts(Target.site(1)))
        .doesNotContainKey("news/b.html");
    target.later(Duration.ofMinutes(1)).publish(second);
    assertThat(store.files()).containsAllEntriesOf(Sites.texts(second));
    assertThatThrownBy(() -> target.publisher().rollback("never", List.of()))
        .hasMessage("there is no release 'never' at memory");
  }

  @Test
  void onlySoManyReleasesAreKept() throws IOException {
    Target three = new Target(store, 3, 0);
    for (int version = 1; version < 8; version++) {
      three.publish(Target.site(version));
    }
    assertThat(three.publisher().releases()).hasSize(3);
    assertThat(store.list(false))
        .filteredOn(l -> l.path().startsWith(".levee/objects/"))
        .hasSize(4);
    three.publisher().rollback(three.publisher().releases().getLast().id(), List.of());
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(5)));
  }

  private Lease take(String holder) throws IOException {
    Lease lease = new Lease(store, () -> target.now, holder, Lease.TIME);
    lease.take(false);
    return lease;
  }

  @Test
  void whoeverComesSecondIsKeptOut() throws IOException {
    target.publish(Target.site(1));
    Lease held = take("ada on desk");
    target.now = target.now.minus(Duration.ofMinutes(10));
    assertThatThrownBy(() -> target.publish(Target.site(2)))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "ada on desk is publishing to memory; nothing was changed. The lock runs out at ");
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(1)));
    assertThat(target.publish(Target.site(2), Allowance.LOCK).applied()).isPresent();
    held.close();
    take("one that dies");
    target.later(Lease.TIME);
    assertThat(target.publish(Target.site(3)).applied()).isPresent();
  }

  @Test
  void aLineThatFailsNowAndThenAndLosesAnswersIsNoMatter() throws IOException {
    Random random = new Random(1);
    MemoryStore.Answer shaky =
        () -> {
          if (random.nextInt(3) == 0) {
            throw new StoreException("the line is bad", true, null);
          }
        };
    store.answer(shaky);
    store.afterwards(shaky);
    Target far = new Target(new PatientStore(store, new Patience(new Random(2), time -> {})));
    for (int version = 1; version < 6; version++) {
      while (!isPublished(far, version)) {
        far.later(Lease.TIME);
      }
      assertThat(store.files()).isEqualTo(Sites.texts(Target.site(version)));
    }
  }

  /// Whether the line was good enough.
  private static boolean isPublished(Target target, int version) throws IOException {
    try {
      target.publish(Target.site(version));
      return true;
    } catch (StoreException e) {
      assertThat(e).hasMessage("the line is bad");
      return false;
    }
  }

  @Test
  void aLeaseThatWasTakenIsNotedByItsOwner() throws IOException {
    Lease first = take("first");
    target.later(Lease.TIME.dividedBy(2));
    first.keep();
    target.later(Duration.ofMinutes(4));
    assertThatThrownBy(() -> take("second")).hasMessageContaining("first is publishing");
    target.later(Lease.TIME);
    Lease second = take("second");
    assertThatThrownBy(first::keep).hasMessageContaining("somebody else has begun to publish");
    first.close();
    assertThat(store.kept(".levee/lock")).as("of the second").isNotNull();
    second.close();
    assertThat(store.kept(".levee/lock")).isNull();
  }

  @Test
  void aPublishThatIsInterruptedGivesTheTargetBack() {
    Candidate whole = Target.candidate(Target.site(1));
    Publisher publisher = target.publisher();
    Candidate interrupting =
        new Candidate(
            whole.items(),
            "",
            (path, item) -> {
              publisher.abandon();
              return whole.source().bytes(path, item);
            });
    assertThatThrownBy(() -> publisher.publish(interrupting, List.of()))
        .hasMessage("the publish was interrupted");
    assertThat(store.files()).isEmpty();
    assertThat(store.kept(".levee/lock")).isNull();
  }

  @Test
  void whatAStoppedPublishHasPutIsNotPutAgain() throws IOException {
    target.publish(Target.site(1));
    Map<String, Sites.File> large = Target.site(2);
    for (int i = 0; i < 40; i++) {
      large.put("news/" + i + ".html", new Sites.File(Kind.PAGE, "page " + i));
    }
    cut(large, 36);
    long there = store.files().size();
    assertThat(there).isGreaterThan(25);
    target.later(Lease.TIME);
    Result result = target.publish(large);
    assertThat(result.applied().orElseThrow().puts()).isEqualTo((int) (42 - (there - 4)));
    assertThat(store.files()).isEqualTo(Sites.texts(large));
    store.mend();
    assertThat(target.publish(large).applied()).isEmpty();
  }

  @Test
  void whatWasPutWithOtherHeadersIsPutAgain() throws IOException {
    target.publish(Target.site(1));
    Candidate other = Target.candidate(Target.site(1), "text/plain");
    for (int changes = 2; changes < 7; changes++) {
      store.cutAfter(changes);
      assertThatThrownBy(() -> target.later(Lease.TIME).publisher().publish(other, List.of()))
          .hasMessage("the line is cut");
    }
    store.mend();
    target.later(Lease.TIME).publisher().publish(other, List.of());
    for (String path : Target.site(1).keySet()) {
      assertThat(store.kept(path).headers()).containsEntry("Content-Type", "text/plain");
    }
  }

  @Test
  void aNoteThatCannotBeReadIsListedAsSuch() throws IOException {
    target.publish(Target.site(1));
    String first = target.publisher().releases().getFirst().id();
    target.publish(Target.site(2));
    target.publish(Target.site(3));
    store.meddle(".levee/releases/" + first, "nonsense");
    List<Publisher.Noted> releases = target.publisher().releases();
    assertThat(releases).hasSize(3);
    assertThat(releases.getLast().id()).isEqualTo(first);
    assertThat(releases.getLast().damage())
        .startsWith("the note .levee/releases/" + first + " of memory is damaged");
  }

  @Test
  void aManifestThatCannotBeReadChangesNothing() throws IOException {
    target.publish(Target.site(1));
    String good = new String(store.kept(".levee/manifest").bytes(), StandardCharsets.UTF_8);
    Map<String, String> bad =
        Map.of(
            "",
            "is damaged",
            "hello\n",
            "is damaged",
            good.substring(0, good.length() / 2),
            "is damaged",
            good.replaceFirst("css", "cSs"),
            "is damaged",
            good.replaceFirst("levee-release 1", "levee-release 2"),
            "is of a newer Levee");
    bad.forEach((text, why) -> {
      store.meddle(".levee/manifest", text);
      store.mend();
      assertThatThrownBy(() -> target.publish(Target.site(2)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(why)
          .hasMessageContaining("--allow replace");
      assertThat(store.log()).isEmpty();
    });
    store.remove(".levee/manifest");
    assertThat(target.publish(Target.site(2), Allowance.REPLACE).applied()).isPresent();
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
  }

  @Test
  void aFileThatChangesWhileItIsPublishedStopsThePublish() {
    Candidate changing =
        new Candidate(Target.candidate(Target.site(1)).items(), "", (path, item) -> new byte[] {1});
    assertThatThrownBy(() -> target.publisher().publish(changing, List.of()))
        .hasMessageContaining("was changed while it was published");
    assertThat(store.files()).isEmpty();
  }

  @Test
  void pruningTakesNoLockThatLives() throws IOException {
    prunable();
    take("ada");
    assertThatThrownBy(() -> target.publisher().prune(List.of()))
        .hasMessageStartingWith("ada is publishing to memory");
    assertThat(store.files()).containsKey(CSS);
    assertThat(target.publisher().prune(List.of(Allowance.LOCK)).applied()).isPresent();
    assertThat(store.files()).doesNotContainKey(CSS);
  }

  @Test
  void pruningOnlyDeletes() throws IOException {
    prunable();
    store.meddle("index.html", "defaced");
    store.remove("news/a.html");
    store.mend();
    target.publisher().prune(List.of());
    assertThat(store.log()).contains("delete " + CSS).noneMatch(c -> c.matches("put [^.].*"));
    assertThat(store.files()).containsEntry("index.html", "defaced");
    assertThat(target.publisher().planPrune().isNothing()).isTrue();
    target.publish(withOtherCss(9));
    assertThat(store.files()).isEqualTo(Sites.texts(withOtherCss(9)));
  }

  /// Leaves an old style sheet whose time is over.
  private void prunable() throws IOException {
    target.publish(Target.site(1));
    for (int version = 2; version < 8; version++) {
      target.publish(withOtherCss(version));
    }
    assertThat(store.files()).containsKey(CSS);
    target.later(Duration.ofDays(31));
  }

  @Test
  void aReleaseThatWasNeverFinishedIsNotGoneBackTo() throws IOException {
    target.publish(Target.site(1));
    String first = target.publisher().releases().getFirst().id();
    cut(Target.site(2), 6);
    String begun = target.publisher().releases().getFirst().id();
    assertThatThrownBy(() -> target.publisher().rollback(begun, List.of()))
        .hasMessage("the release '" + begun + "' at memory was never finished; publish first");
    target.later(Lease.TIME);
    target.publisher().rollback("", List.of());
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(1)));
    assertThat(target.publisher().releases()).extracting(Publisher.Noted::id).contains(first);
  }

  /// A publish that is cut off after a number of changes.
  private void cut(Map<String, Sites.File> site, int changes) {
    store.cutAfter(changes);
    assertThatThrownBy(() -> target.publish(site)).hasMessage("the line is cut");
    store.mend();
  }

  @Test
  void aHomePageInHandIsMissedToo() throws IOException {
    target.publish(Target.site(1));
    Map<String, Sites.File> other = Target.site(2);
    other.put("index.html", new Sites.File(Kind.HOME, "another home"));
    cut(other, 8);
    assertThat(target.publisher().releases().getFirst().release().orElseThrow().items())
        .doesNotContainKey(OutputPath.of("index.html"));
    other.remove("index.html");
    assertThat(refusals(target.publish(other))).containsExactly(Allowance.NO_HOME);
  }

  @Test
  void aReleaseWhoseBytesAreGoneIsNotGoneBackTo() throws IOException {
    target.publish(Target.site(1));
    target.publish(Target.site(2));
    store.list(false).stream()
        .map(Store.Listed::path)
        .filter(path -> path.startsWith(".levee/objects/"))
        .toList()
        .forEach(store::remove);
    store.mend();
    assertThatThrownBy(() -> target.publisher().planRollback(""))
        .hasMessageMatching("the bytes of 'feed.xml' and of 1 more in release .* are gone from .*");
    assertThatThrownBy(() -> target.publisher().rollback("", List.of()))
        .hasMessageContaining("are gone from memory");
    assertThat(store.log()).isEmpty();
  }

  @Test
  void whatReplacesAnOldAssetLeavesItInTheHistory() throws IOException {
    target.publish(Target.site(1));
    String first = target.publisher().releases().getFirst().id();
    target.publish(withOtherCss(2));
    Map<String, Sites.File> third = Target.site(3);
    third.put(CSS, new Sites.File(Kind.ASSET, "css 3"));
    target.publish(third);
    target.later(Duration.ofMinutes(1)).publisher().rollback(first, List.of());
    assertThat(store.files()).containsAllEntriesOf(Sites.texts(Target.site(1)));
  }

  @Test
  void aNoteOfAnotherIsNotReplaced() throws IOException {
    target.publish(Target.site(1));
    Candidate next = Target.candidate(Target.site(2));
    Candidate meddled =
        new Candidate(
            next.items(),
            "",
            (path, item) -> {
              store.meddle(".levee/manifest", "another");
              return next.source().bytes(path, item);
            });
    target.later(Duration.ofMinutes(1));
    assertThatThrownBy(() -> target.publisher().publish(meddled, List.of()))
        .hasMessageContaining("somebody else has published to memory");
    assertThat(store.kept(".levee/manifest").bytes()).asString().isEqualTo("another");
  }

  @Test
  void whatFailsAfterTheReleaseStandsIsAWarning() throws IOException {
    target.publish(Target.site(1));
    target.publish(Target.site(2));
    String note = ".levee/releases/" + target.publisher().releases().getLast().id();
    store.meddle(note, "damaged");
    store.mend();
    Result result = target.publish(Target.site(3));
    assertThat(result.applied()).isPresent();
    assertThat(result.warnings()).singleElement().asString().startsWith("the note " + note);
    assertThat(store.log()).noneMatch(change -> change.startsWith("delete .levee/objects/"));
  }

  @Test
  void aLockThatStaysIsAWarning() throws IOException {
    store.answer(() -> {
      if (store.log().lastIndexOf("put .levee/manifest") > 1) {
        throw new StoreException("the line is bad", false, null);
      }
    });
    Result result = target.publish(Target.site(1));
    assertThat(result.applied()).isPresent();
    assertThat(result.warnings()).containsExactly("the line is bad");
  }

  @Test
  void oneListIsEnoughWhereNobodyPublishesMeanwhile() throws IOException {
    target.publish(Target.site(1));
    store.mend();
    target.publish(Target.site(2));
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
    assertThat(store.count("list")).isEqualTo(1);
    assertThat(store.count("stat")).as("the manifest, a page and a feed").isEqualTo(3);
    store.mend();
    assertThat(target.publish(Target.site(2)).applied()).isEmpty();
  }

  private void becomesAsTheLockIsTaken(MemoryStore theirs) {
    store.answer(() -> {
      if (store.count("put") == 1) {
        store.answer(() -> {});
        store.meddle(theirs);
      }
    });
  }

  @Test
  void whatAnotherPublishedUntilTheLockWasTakenIsSeen() throws IOException {
    target.publish(Target.site(1));
    Map<String, Sites.File> more = Target.site(3);
    more.put("news/theirs.html", new Sites.File(Kind.PAGE, "theirs"));
    MemoryStore theirs = store.copy();
    new Target(theirs).publish(more);
    store.mend();
    becomesAsTheLockIsTaken(theirs);
    target.publish(Target.site(2));
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
    assertThat(store.count("list")).isEqualTo(2);
  }

  @Test
  void whatAnotherPublishWasAtWhenTheTargetWasListedIsListedAgain() throws IOException {
    target.publish(Target.site(1));
    store.meddle(".levee/lock", "somebody\n2016-01-01T00:00:00Z\n");
    store.afterwards(() -> {
      store.afterwards(() -> {});
      store.meddle("index.html", "half done");
    });
    target.publish(Target.site(2));
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
  }

  @Test
  void aRepairUntilTheLockWasTakenIsSeen() throws IOException {
    Map<String, Sites.File> more = Target.site(1);
    more.put("news/gone.html", new Sites.File(Kind.PAGE, "gone href=" + CSS));
    target.publish(more);
    byte[] before = store.kept(".levee/manifest").bytes();
    store.remove("news/gone.html");
    MemoryStore theirs = store.copy();
    Target other = new Target(theirs);
    other.clock = target;
    other.publish(more);
    assertThat(theirs.kept(".levee/manifest").bytes()).as("no two notes").isNotEqualTo(before);
    store.mend();
    becomesAsTheLockIsTaken(theirs);
    target.publish(Target.site(2));
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
  }

  @Test
  void whereListsHaveNoOrderAllIsListedAgainUnderTheLock() throws IOException {
    store.unordered();
    target.publish(Target.site(1));
    store.mend();
    target.publish(Target.site(2));
    assertThat(store.count("list")).isEqualTo(2);
  }

  @Test
  void whatIsListedBeforeTheLockIsListedAgainUnderIt() throws IOException {
    Map<String, Sites.File> site = Target.site(1);
    site.put("!first.html", new Sites.File(Kind.PAGE, "first"));
    target.publish(site);
    store.mend();
    site.putAll(Target.site(2));
    target.publish(site);
    assertThat(store.count("list")).isEqualTo(2);
  }

  @Test
  void whatSomebodyElseChangedMeanwhileTheNextPublishRepairs() throws IOException {
    target.publish(Target.site(1));
    store.afterwards(() -> {
      store.afterwards(() -> {});
      store.meddle("index.html", "defaced");
      store.meddle("feed.xml", "defaced");
    });
    target.publish(Target.site(2));
    target.publish(Target.site(2));
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(2)));
  }

  @Test
  void aFileOfAnotherWhereAFolderWasIsNotReplaced() throws IOException {
    target.publish(Target.site(1));
    store.meddle("news", "theirs");
    Map<String, Sites.File> flat = Target.site(2);
    flat.remove("news/a.html");
    flat.put("news", new Sites.File(Kind.PAGE, "all news"));
    assertThat(refusals(target.publish(flat))).containsExactly(Allowance.REPLACE);
  }

  @Test
  void thePlanIsToldBeforeAnythingIsPut() throws IOException {
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void begins(PublishPlan plan) {
            told.addAll(store.log());
          }

          @Override
          public void at(int done, int total, long bytes) {
            assertThat(told).isNotEmpty();
          }
        };
    new Publisher(store, target.settings, Caches.NONE, () -> target.now, "ada", 2, progress)
        .publish(Target.candidate(Target.site(1)), List.of());
    assertThat(told).containsExactly("put .levee/lock");
  }
}
