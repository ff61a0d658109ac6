package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.markdown.MarkdownOptions.Html;
import dev.levee.problem.Problems;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Laws that hold of any document, tried on [RandomDocuments], the same ones in every run.
class MarkdownRandomTest {

  private static final int DOCUMENTS = Budget.of(3_000, 100_000);
  private static final RenderHooks NAMES =
      new RenderHooks(
          (d, kind, at) -> Optional.of(ResolvedLink.to(d)),
          (shortcode, inner) -> "<i>" + shortcode.name() + "</i>");

  private final Markdown escaping = new Markdown(MarkdownOptions.defaults().with(Html.ESCAPE));
  private final Markdown allowing = new Markdown(MarkdownOptions.defaults());
  private final Markdown gfm =
      new Markdown(MarkdownOptions.defaults().with(Html.ESCAPE).with(Dialect.GFM));
  private final Markdown core =
      new Markdown(MarkdownOptions.defaults().with(Html.ESCAPE).with(Dialect.COMMONMARK));

  @Test
  void anyDocumentGivesTheSameWellFormedAndHarmlessHtml() {
    RandomDocuments documents = new RandomDocuments();
    Map<String, Long> firstByLaw = new ConcurrentSkipListMap<>();
    LongStream.range(0, DOCUMENTS)
        .parallel()
        .forEach(number ->
            broken(documents.document(number))
                .ifPresent(law -> firstByLaw.merge(kind(law), number, Math::min)));
    assertThat(firstByLaw.values().stream().map(n -> report(n, documents.document(n)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a",
        "<p><em>a</p></em>",
        "a</p>",
        "a < b",
        "a & b",
        "<p><a href=\"b\"><a href=\"c\">d</a></a></p>",
        "<p><ul></ul></p>",
        "<p onclick=\"a\">b</p>",
        "<script></script>",
        "<a href=\"java\tScript:a\">b</a>",
        "<a href=\"&#106;avascript:a\">b</a>",
        "<h1 id=\"a\">b</h1><h2 id=\"a\">c</h2>"
      })
  void theLawsOfHtmlSeeWhatIsWrong(String html) {
    assertThat(HtmlLaws.broken(html)).isPresent();
  }

  @Test
  void shortcodesInCodeStayText() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String code = RandomDocuments.pieces(random, 60).replaceAll("[`\\x00\\r\\uD83D\\uDE00]", "");
      String html =
          escaping
              .parse(
                  "x\n\n````\n" + code + "\n````\n", "random.md", 1, Locale.ENGLISH, new Problems())
              .html(
                  new RenderHooks(
                      (d, kind, at) -> Optional.of(ResolvedLink.to(d)),
                      (shortcode, inner) -> "RENDERED"));
      assertThat(Jsoup.parseBodyFragment(html).selectFirst("pre").wholeText())
          .isEqualTo(code + "\n");
    }
  }

  /// The law that a document breaks, and the shortest document found that breaks it as well.
  private String report(long number, String text) {
    String kind = kind(broken(text).orElseThrow());
    String shrunk =
        Shrinker.shrink(text, t -> broken(t).filter(law -> kind(law).equals(kind)).isPresent());
    return "document %d, %s%nshrunk to \"%s\"%n%s"
        .formatted(number, broken(shrunk).orElseThrow(), literal(shrunk), shown(escaping, shrunk));
  }

  private static String kind(String law) {
    return law.split(":", 2)[0];
  }

  private Optional<String> broken(String text) {
    try {
      MarkdownDocument document = parse(escaping, text);
      String html = document.html(NAMES);
      touch(document);
      touch(parse(allowing, text));
      if (!html.equals(document.html(NAMES)) || !html.equals(parse(escaping, text).html(NAMES))) {
        return Optional.of("not the same twice");
      }
      if (document.headings().stream().map(Heading::id).distinct().count()
          < document.headings().size()) {
        return Optional.of("two headings have one id");
      }
      return HtmlLaws.broken(html)
          .or(() -> HtmlLaws.broken(document.summary(NAMES).orElse("")))
          .or(() -> HtmlLaws.unbalanced(parse(gfm, text).html(NAMES)))
          .or(() -> HtmlLaws.unbalanced(parse(core, text).html(NAMES)));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  /// Asks for all that can be known of a document.
  private static void touch(MarkdownDocument document) {
    document.html(RenderHooks.none());
    document.summary(RenderHooks.none());
    assertThat(document.plainText(10)).isNotNull();
    assertThat(document.summaryText(10)).isNotNull();
    assertThat(document.readingTime().minutes()).isPositive();
    assertThat(document.links()).isNotNull();
    assertThat(document.pictures()).isNotNull();
    assertThat(document.shortcodes()).isNotNull();
  }

  private static MarkdownDocument parse(Markdown markdown, String text) {
    return markdown.parse(text, "random.md", 1, Locale.ENGLISH, new Problems());
  }

  private static String shown(Markdown markdown, String text) {
    try {
      return parse(markdown, text).html(NAMES);
    } catch (RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString().lines().limit(20).collect(Collectors.joining("\n"));
    }
  }

  /// A text as Java has it between quotes.
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> literal.append("\\n");
        case '"', '\\' -> literal.append('\\').append(c);
        default -> literal.append(c < ' ' || c > '~' ? "\\u%04X".formatted((int) c) : c);
      }
    }
    return literal.toString();
  }
}
