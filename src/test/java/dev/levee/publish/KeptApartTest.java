package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.output.Sites;
import dev.levee.publish.Publisher.Result;
import dev.levee.store.MemoryStore;
import dev.levee.store.Patience;
import dev.levee.store.PatientStore;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Two who publish to one target, of whom one lost it without knowing.
class KeptApartTest {

  private final MemoryStore store = new MemoryStore();
  private final Target other = new Target(store);

  /// Loses the answer to a change, for a moment.
  private void loseTheAnswerTo(String change) {
    store.afterwards(() -> {
      if (store.log().getLast().equals(change)) {
        store.afterwards(() -> {});
        throw new StoreException("the line is bad", true, null);
      }
    });
  }

  /// One whose machine sleeps between two attempts, while the other publishes.
  private Target sleeping(int version) {
    Patience patience =
        new Patience(
            new Random(1),
            time -> {
              try {
                other.publish(Target.site(version));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    Target one = new Target(new PatientStore(store, patience));
    one.clock = other;
    return one;
  }

  @Test
  void whoeverWakesAfterAnotherHasPublishedPutsNothingMore() throws IOException {
    other.publish(Target.site(1));
    Target one = sleeping(3);
    loseTheAnswerTo("put news/a.html");
    assertThatThrownBy(() -> one.publish(Target.site(2)))
        .hasMessageContaining("somebody else has begun to publish to memory");
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(3)));
    assertThat(other.publish(Target.site(3)).applied()).isEmpty();
  }

  @Test
  void whoeverWakesAfterAnotherHasPublishedDeletesNothingMore() throws IOException {
    other.publish(Target.site(3));
    Target one = sleeping(3);
    loseTheAnswerTo("delete news/a.html");
    var less = Target.site(3);
    less.remove("news/a.html");
    assertThatThrownBy(() -> one.publish(less))
        .hasMessageContaining("somebody else has begun to publish to memory");
    assertThat(store.files()).isEqualTo(Sites.texts(Target.site(3)));
  }

  @Test
  void whatAnotherMayNeedIsNotTidiedAway() throws IOException {
    Target few = new Target(store, 2, 0);
    few.clock = other;
    for (int version = 1; version < 4; version++) {
      few.publish(Target.site(version));
    }
    store.mend();
    List<String> kept = kept();
    Lease[] theirs = new Lease[1];
    // the last note of a publish is followed by what it tells caches, which may take its time
    store.afterwards(() -> {
      if (store.log().stream().filter("put .levee/manifest"::equals).count() == 2) {
        store.afterwards(() -> {});
        theirs[0] = taken();
      }
    });
    Result result = few.publish(Target.site(4));
    assertThat(result.applied()).isPresent();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .startsWith("somebody else has begun to publish to memory");
    assertThat(kept()).containsAll(kept);
    theirs[0].close();
  }

  private Lease taken() {
    try {
      Lease lease = new Lease(store, () -> other.now, "ada", Lease.TIME);
      lease.take(true);
      return lease;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLockStaysWhileSomethingMayStillBeDone() throws IOException {
    other.publish(Target.site(1));
    store.settle(false);
    store.afterwards(() -> {
      if (store.log().getLast().equals("put news/a.html")) {
        throw new StoreException("memory did not answer", false, null);
      }
    });
    String stays = "memory may still do what it was asked to and did not answer, so its lock stays";
    assertThatThrownBy(() -> other.publish(Target.site(2)))
        .hasMessageStartingWith("memory did not answer; " + stays + " until 2026-11-01T00:25:00Z");
    assertThat(store.kept(".levee/lock")).isNotNull();
    store.afterwards(() -> {});
    assertThat(other.publish(Target.site(2)).warnings()).singleElement().asString().contains(stays);
    assertThat(store.kept(".levee/lock")).isNotNull();
    store.settle(true);
    other.publish(Target.site(3));
    assertThat(store.kept(".levee/lock")).isNull();
  }

  @Test
  void aLockWhoseTakingFailsHalfWayIsGivenBack() {
    store.afterwards(() -> {
      store.afterwards(() -> {});
      store.answer(() -> {
        store.answer(() -> {});
        throw new StoreException("the line is bad", false, null);
      });
    });
    assertThatThrownBy(() -> other.publish(Target.site(1))).hasMessage("the line is bad");
    assertThat(store.log()).containsExactly("put .levee/lock", "delete .levee/lock");
  }

  @Test
  void aPublishThatIsInterruptedWhileItTakesTheLockGivesItBack() {
    Publisher publisher = other.publisher();
    Thread interruption =
        new Thread(() -> {
          try {
            publisher.abandon();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    store.afterwards(() -> {
      store.afterwards(() -> {});
      interruption.start();
      while (interruption.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
    });
    assertThatThrownBy(() -> publisher.publish(Target.candidate(Target.site(1)), List.of()))
        .hasMessage("the publish was interrupted");
    assertThat(store.kept(".levee/lock")).isNull();
    assertThat(store.files()).isEmpty();
  }

  private List<String> kept() throws IOException {
    return store.list(false).stream()
        .map(MemoryStore.Listed::path)
        .filter(path -> path.matches("\\.levee/(objects|releases)/.*"))
        .toList();
  }
}
