package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.http.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveReloadTest {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final String ONE_PROBLEM =
      "{\"type\":\"problems\",\"problems\":[{\"code\":\"bad-date\"}],\"more\":0}";

  private final Map<String, String> pages = new ConcurrentHashMap<>(Map.of("/", "1", "/é/", "1"));
  private final LiveReload live = new LiveReload(page -> pages.getOrDefault(page, "gone"));

  @Test
  void aTabHearsWhatIsWrongAndThenWhenItsPageChanges() throws Exception {
    Reply.Events tab = live.subscribe("page=%2F&edition=1");
    assertThat(all(tab)).containsExactly(ProblemMessage.NONE);
    pages.put("/é/", "2");
    live.changed();
    assertThat(all(tab)).isEmpty();
    pages.put("/", "2");
    live.changed();
    assertThat(all(tab)).containsExactly("{\"type\":\"update\",\"edition\":\"2\"}");
    assertThat(all(tab)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=%2F%C3%A9%2F&edition=1", "edition=1&page=/%25C3%25A9/"})
  void pathsAreAsPagesAreAskedFor(String query) throws Exception {
    Reply.Events tab = live.subscribe(query);
    assertThat(all(tab)).containsExactly(ProblemMessage.NONE);
  }

  @Test
  void aTabThatComesBackMissesNothing() throws Exception {
    live.problems(ONE_PROBLEM);
    assertThat(all(live.subscribe("page=/&edition=0")))
        .containsExactly("{\"type\":\"update\",\"edition\":\"1\"}", ONE_PROBLEM);
  }

  @Test
  void aSlowTabHearsOnlyHowThingsAre() throws Exception {
    Reply.Events tab = live.subscribe("page=/&edition=1");
    for (int i = 2; i < 1_000; i++) {
      pages.put("/", Integer.toString(i));
      live.problems(ONE_PROBLEM.replace("bad", "bad" + i));
      live.changed();
    }
    live.problems(ProblemMessage.NONE);
    assertThat(all(tab))
        .containsExactly("{\"type\":\"update\",\"edition\":\"999\"}", ProblemMessage.NONE);
  }

  @Test
  void problemsThatAreTheSameAreToldOnce() throws Exception {
    Reply.Events tab = live.subscribe("page=/&edition=1");
    live.problems(ONE_PROBLEM);
    assertThat(all(tab)).containsExactly(ONE_PROBLEM);
    live.problems(ONE_PROBLEM);
    assertThat(all(tab)).isEmpty();
    live.problems(ProblemMessage.NONE);
    assertThat(all(tab)).containsExactly(ProblemMessage.NONE);
  }

  @Test
  void everyTabHearsWhileItWaits() throws Exception {
    int count = 50;
    CountDownLatch heard = new CountDownLatch(count);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Reply.Events tab = live.subscribe("page=/&edition=1");
      assertThat(all(tab)).containsExactly(ProblemMessage.NONE);
      threads.add(
          Thread.startVirtualThread(() -> {
            try {
              if (tab.next(Duration.ofSeconds(20)).orElse("").contains("\"2\"")) {
                heard.countDown();
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }));
    }
    pages.put("/", "2");
    live.changed();
    assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void whereNothingHappensTheWaitEnds() throws Exception {
    Reply.Events tab = live.subscribe("page=/&edition=1");
    all(tab);
    assertThat(tab.next(Duration.ofMillis(20))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "page",
        "page=&edition=",
        "page=..%2F..%2Fetc%2Fpasswd",
        "page=/%252e%252e/etc",
        "page=/a/./b",
        "page=/a/..",
        "page=/%00",
        "page=/%5C..%5C",
        "page=%",
        "page=/%zz%",
        "&&&=&page==",
      })
  void nothingIsAskedOfAnAddressThatIsNone(String query) throws Exception {
    LiveReload careful =
        new LiveReload(page -> {
          assertThat(page).isEqualTo("/%zz%");
          return "";
        });
    assertThat(all(careful.subscribe(query))).containsExactly(ProblemMessage.NONE);
  }

  private static List<String> all(Reply.Events tab) throws InterruptedException {
    List<String> messages = new ArrayList<>();
    for (Optional<String> next = tab.next(AT_ONCE); next.isPresent(); next = tab.next(AT_ONCE)) {
      messages.add(next.get());
    }
    return messages;
  }
}
