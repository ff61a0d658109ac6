package dev.levee.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.output.Output;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

  private static final Question FLOOD = new Question(Topic.BODY, "flood.md");
  private static final Question TOWN = new Question(Topic.BODY, "town.md");

  private final KeptPages kept = new KeptPages();
  private final Map<Question, Long> answers = new HashMap<>(Map.of(FLOOD, 1L, TOWN, 1L));
  private int made;

  private Made get(String key, long edition, int size, Question... asked) {
    Output.Content content = new Output.Bytes(new byte[size]);
    return get(key, edition, Optional.of(content), List.of(), asked);
  }

  private Made get(
      String key,
      long edition,
      Optional<Output.Content> content,
      List<Problem> problems,
      Question... asked) {
    return kept.get(
        key,
        edition,
        answers::get,
        () -> {
          made++;
          return new Made(content, false, Map.of(), problems, List.of(asked));
        });
  }

  @Test
  void aPageIsKeptUntilAnAnswerIsAnother() {
    Made first = get("a", 1, 10, FLOOD);
    assertThat(get("a", 1, 10, FLOOD)).isSameAs(first);
    answers.put(TOWN, 2L);
    assertThat(get("a", 2, 10, FLOOD)).isSameAs(first);
    answers.put(FLOOD, 2L);
    assertThat(get("a", 3, 10, FLOOD)).isNotSameAs(first);
    assertThat(made).isEqualTo(2);
  }

  @Test
  void aPageThatCouldNotBeMadeIsTriedAgainWhenAnAnswerIsAnother() {
    get("a", 1, Optional.empty(), List.of(), FLOOD);
    get("a", 2, Optional.empty(), List.of(), FLOOD);
    assertThat(made).isEqualTo(1);
    answers.put(FLOOD, 2L);
    get("a", 3, Optional.empty(), List.of(), FLOOD);
    assertThat(made).isEqualTo(2);
  }

  @Test
  void whatIsWrongIsForgottenWithThePage() {
    Problems found = new Problems();
    found.add(ProblemCode.BROKEN_LINK, Location.of("flood.md"), "no", "yes");
    get("a", 1, Optional.of(new Output.Bytes(new byte[1])), found.added(), FLOOD);
    assertThat(kept.problems(2, answers::get)).isEqualTo(found.added());
    answers.put(FLOOD, 2L);
    assertThat(kept.problems(3, answers::get)).isEmpty();
  }

  @Test
  void pagesAreLetGoWhenTheyAreTooMany() {
    int large = 20 << 20;
    Made first = get("a", 1, large, FLOOD);
    assertThat(get("a", 1, large, FLOOD)).isSameAs(first);
    get("b", 1, large, FLOOD);
    assertThat(get("a", 1, large, FLOOD)).isNotSameAs(first);
  }

  @Test
  void aPageThatIsMadeAnewCountsOnce() {
    int large = 20 << 20;
    for (long edition = 1; edition < 5; edition++) {
      answers.put(FLOOD, edition);
      Made now = get("a", edition, large, FLOOD);
      assertThat(get("a", edition, large, FLOOD)).isSameAs(now);
    }
  }
}
