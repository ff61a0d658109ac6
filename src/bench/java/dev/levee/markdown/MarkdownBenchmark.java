package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Document;
import dev.levee.Corpora;
import dev.levee.problem.Problems;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// The time of one thread for all articles of the [Corpora], by ours on its production path and by
/// flexmark's own parser and renderer with the same extensions: both steps, and each alone.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(2)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 10, time = 2)
public class MarkdownBenchmark {

  private static final Markdown MARKDOWN = new Markdown(MarkdownOptions.defaults());
  private static final Flexmark FLEXMARK = Flexmark.of(Dialect.LEVEE);

  /// The articles as text.
  @State(Scope.Benchmark)
  public static class Texts {
    private final List<String> all = Corpora.bodies().stream().map(Corpora.Body::text).toList();
  }

  /// The articles as ours has parsed them.
  @State(Scope.Benchmark)
  public static class LeveeDocuments {
    private List<MarkdownDocument> all = List.of();

    /// Parses them.
    @Setup
    public void parse(Texts texts) {
      all = texts.all.stream().map(MarkdownBenchmark::parse).toList();
    }
  }

  /// The articles as flexmark has parsed them.
  @State(Scope.Benchmark)
  public static class FlexmarkDocuments {
    private List<Document> all = List.of();

    /// Parses them.
    @Setup
    public void parse(Texts texts) {
      all = texts.all.stream().map(FLEXMARK::parse).toList();
    }
  }

  /// Parses and renders.
  @Benchmark
  public long bothByLevee(Texts texts) {
    long length = 0;
    for (String text : texts.all) {
      length += parse(text).html(RenderHooks.none()).length();
    }
    return length;
  }

  /// Parses and renders.
  @Benchmark
  public long bothByFlexmark(Texts texts) {
    long length = 0;
    for (String text : texts.all) {
      length += FLEXMARK.html(text).length();
    }
    return length;
  }

  /// Parses: shortcodes, tree and survey.
  @Benchmark
  public long parseByLevee(Texts texts) {
    long links = 0;
    for (String text : texts.all) {
      links += parse(text).links().size();
    }
    return links;
  }

  /// Parses.
  @Benchmark
  public long parseByFlexmark(Texts texts) {
    long length = 0;
    for (String text : texts.all) {
      length += FLEXMARK.parse(text).getTextLength();
    }
    return length;
  }

  /// Renders, with nothing to ask the site.
  @Benchmark
  public long renderByLevee(LeveeDocuments documents) {
    long length = 0;
    for (MarkdownDocument document : documents.all) {
      length += document.html(RenderHooks.none()).length();
    }
    return length;
  }

  /// Renders.
  @Benchmark
  public long renderByFlexmark(FlexmarkDocuments documents) {
    long length = 0;
    for (Document document : documents.all) {
      length += FLEXMARK.renderer().render(document).length();
    }
    return length;
  }

  private static MarkdownDocument parse(String text) {
    return MARKDOWN.parse(text, "a.md", 1, Locale.ENGLISH, new Problems());
  }
}
