package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.Corpora;
import dev.levee.markdown.Example.Suite;
import dev.levee.markdown.MarkdownOptions.Html;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Holds our HTML to that of flexmark alone, [Additions] apart.
///
/// Where a specification shows HTML and it is ours, flexmark is wrong and nothing more is asked.
/// Every other difference is explained in `specification/not-as-flexmark.txt`, and every
/// explanation there is needed. All that differs is written to `target/not-as-flexmark.txt`. Of the
/// articles every fourth is read, and all of them, in both dialects, when much is tried.
class FlexmarkParityTest {

  private static final Path REPORT =
      Path.of(System.getProperty("project.root"), "target/not-as-flexmark.txt");
  private static final Pattern SHORTCODE =
      Pattern.compile("\\{\\{(?:<.*?>|%.*?%)}}", Pattern.DOTALL);
  private static final String SECOND_READER = "second reader";

  /// What differs, by the name under which it is to be explained.
  private final Map<String, Queue<Hunk>> differences = new ConcurrentSkipListMap<>();

  @Test
  void everyDifferenceIsExplainedAndEveryExplanationIsNeeded() throws Exception {
    for (Suite suite : Suite.values()) {
      examples(suite, suite.dialect(), "");
    }
    examples(Suite.COMMONMARK, Dialect.LEVEE, "levee ");
    articles(Dialect.LEVEE, FlexmarkParityTest::withoutShortcodes);
    if (Budget.isLarge()) {
      articles(Dialect.COMMONMARK, text -> text);
    }

    report();
    Reasons reasons = Reasons.read("not-as-flexmark.txt");
    List<String> unexplained =
        differences.keySet().stream().filter(name -> !reasons.has(name)).toList();
    assertThat(unexplained).as("not explained, see " + REPORT).isEmpty();
    if (Corpora.present()) {
      assertThat(reasons.byName().keySet())
          .as("explained")
          .filteredOn(name -> Budget.isLarge() || !name.contains("/"))
          .isSubsetOf(differences.keySet());
    }
  }

  private void examples(Suite suite, Dialect dialect, String prefix) {
    Markdown markdown = new Markdown(new MarkdownOptions(Html.ALLOW, dialect, false));
    Flexmark flexmark = Flexmark.of(dialect);
    for (Example example : suite.examples()) {
      String ours = ours(markdown, example.markdown());
      if (!isSame(ours, example.html(), dialect)) {
        String theirs = flexmark.html(example.markdown());
        compare(prefix + example.name(), example.markdown(), dialect, ours, theirs);
      }
    }
  }

  private void articles(Dialect dialect, UnaryOperator<String> change) {
    Markdown markdown = new Markdown(new MarkdownOptions(Html.ALLOW, dialect, false));
    Flexmark flexmark = Flexmark.of(dialect);
    String prefix = dialect.name().toLowerCase(Locale.ROOT) + " ";
    List<Corpora.Body> bodies = Corpora.bodies();
    int step = Budget.of(4, 1);
    IntStream.range(0, bodies.size())
        .filter(i -> i % step == 0)
        .mapToObj(bodies::get)
        .parallel()
        .forEach(body -> {
          String text = change.apply(body.text());
          compare(prefix + body.path(), text, dialect, ours(markdown, text), flexmark.html(text));
        });
  }

  private void compare(String name, String text, Dialect dialect, String ours, String theirs) {
    if (isSame(ours, theirs, dialect)) {
      return;
    }
    SecondReader reader = SecondReader.of(text, dialect);
    List<String> lines = normal(ours, dialect).lines();
    for (Hunk hunk : Hunk.between(lines, normal(theirs, dialect).lines())) {
      differences
          .computeIfAbsent(
              reader.sides(hunk) ? SECOND_READER : name, n -> new ConcurrentLinkedQueue<>())
          .add(hunk);
    }
  }

  private static String ours(Markdown markdown, String text) {
    return markdown.parse(text, "a.md", 1, Locale.ENGLISH, new Problems()).html(RenderHooks.none());
  }

  private static boolean isSame(String ours, String theirs, Dialect dialect) {
    return NormalHtml.written(ours).equals(NormalHtml.written(theirs))
        || normal(ours, dialect).equals(normal(theirs, dialect));
  }

  /// flexmark has no bare links, which are an addition in GFM too.
  private static NormalHtml normal(String html, Dialect dialect) {
    return NormalHtml.of(html, dialect == Dialect.GFM ? Dialect.LEVEE : dialect);
  }

  /// flexmark knows no shortcodes: a word stands for each, which can also be where a link leads.
  private static String withoutShortcodes(String text) {
    return SHORTCODE.matcher(text).replaceAll("shortcode");
  }

  private void report() throws IOException {
    List<String> lines = new ArrayList<>();
    differences.forEach((name, hunks) -> {
      lines.add(name + " | " + hunks.size());
      hunks.forEach(hunk -> lines.add(hunk.toString()));
    });
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, lines);
  }
}
