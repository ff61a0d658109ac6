package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.levee.Budget;
import dev.levee.problem.Problems;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text makes the reader or the writers take more than time in proportion to its length, or fall
/// over.
///
/// Each kind of [Pathological] text is read and written at lengths that double, and the processor's
/// time is compared, which other programs on the machine do not disturb.
class PathologicalTest {

  private static final int SHORTEST = 6_250;
  private static final int LONGEST = Budget.of(100_000, 200_000);
  private static final double MOST = 3;
  private static final long TOO_SHORT_TO_COMPARE = Duration.ofMillis(150).toNanos();
  private static final int ROUNDS = 10;
  private static final Duration FOR_EVER = Duration.ofSeconds(30);

  private final Markdown markdown = new Markdown(MarkdownOptions.defaults());

  @ParameterizedTest
  @MethodSource("dev.levee.markdown.Pathological#all")
  void timeIsInProportionToLength(Pathological kind) {
    assertTimeoutPreemptively(
        FOR_EVER,
        () -> {
          // What grows too fast is found while it is short.
          for (int length = SHORTEST; length < LONGEST; length *= 2) {
            try {
              compare(kind, length);
            } catch (RuntimeException | StackOverflowError e) {
              throw new AssertionError(kind + " makes it fall over", e);
            }
          }
        },
        kind.name());
  }

  /// Of several rounds the best times keep the law, or most of the rounds do: other programs spoil
  /// single times, and what the compiler does meanwhile all times of a round. There are no more
  /// rounds than it takes.
  private void compare(Pathological kind, int length) {
    String once = kind.text(length);
    String twice = kind.text(2 * length);
    assertThat(twice.length()).as(kind.name()).isBetween(once.length(), 3 * once.length());
    long first = Long.MAX_VALUE;
    long second = Long.MAX_VALUE;
    int kept = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      long ofOnce = time(once);
      long ofTwice = time(twice);
      first = Math.min(first, ofOnce);
      second = Math.min(second, ofTwice);
      kept += ofTwice < MOST * ofOnce ? 1 : 0;
      boolean keeps = second < MOST * first || 2 * kept > round;
      if (second < TOO_SHORT_TO_COMPARE || (round > 1 && keeps)) {
        return;
      }
    }
    fail(
        "%s: %,d characters take %,d µs, twice as many %,d",
        kind, once.length(), first / 1_000, second / 1_000);
  }

  private long time(String text) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Problems problems = new Problems();
    MarkdownDocument document = markdown.parse(text, "a.md", 1, Locale.ENGLISH, problems);
    String html = document.html(RenderHooks.none());
    document.summary(RenderHooks.none());
    int known =
        document.headings().size()
            + document.links().size()
            + document.pictures().size()
            + document.shortcodes().size()
            + document.plainText(50).length()
            + document.readingTime().words();
    long time = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(known).isNotNegative();
    assertThat(html).isNotNull();
    return time;
  }
}
