package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.levee.Corpora;
import dev.levee.problem.Problems;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reading and writing Markdown costs half of what it costs flexmark alone. Bytes are the measure
/// here, since they are the same on every machine and at any hour; the benchmarks have the time.
class MarkdownCostTest {

  private static final int EVERY = Corpora.present() ? 20 : 1;
  private static final int ROUNDS = 3;

  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void takesHalfOfTheMemoryThatFlexmarkTakes() {
    List<Corpora.Body> all = Corpora.bodies();
    List<String> texts =
        IntStream.range(0, all.size())
            .filter(i -> i % EVERY == 0)
            .mapToObj(i -> all.get(i).text())
            .toList();
    Markdown markdown = new Markdown(MarkdownOptions.defaults());
    Flexmark flexmark = Flexmark.of(Dialect.LEVEE);

    long ours =
        allocated(
            texts,
            t ->
                markdown
                    .parse(t, "a.md", 1, Locale.ENGLISH, new Problems())
                    .html(RenderHooks.none())
                    .length());
    long theirs = allocated(texts, t -> flexmark.html(t).length());

    assertThat((double) ours / theirs).as("%,d of %,d bytes", ours, theirs).isLessThan(0.5);
  }

  /// The bytes of the last of some rounds, in which the compiler has done its work.
  private long allocated(List<String> texts, ToIntFunction<String> work) {
    long length = 0;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      for (String text : texts) {
        length += work.applyAsInt(text);
      }
      bytes = thread.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(length).isPositive();
    return bytes;
  }
}
