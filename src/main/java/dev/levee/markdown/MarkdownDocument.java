package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.MarkdownOptions.Html;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of one file, parsed once.
public final class MarkdownDocument {

  private static final Pattern MORE = Pattern.compile("\\s*<!--\\s*more\\s*-->\\s*");

  private final Fragment root;
  private final Survey survey;
  private final MarkdownOptions options;

  MarkdownDocument(Fragment root, Survey survey, MarkdownOptions options) {
    this.root = root;
    this.survey = survey;
    this.options = options;
  }

  /// The headings in the order of the text, those inside shortcodes as well.
  public List<Heading> headings() {
    return List.copyOf(survey.headings());
  }

  /// The links in the order of the text; those whose destination a shortcode makes are left out.
  public List<Link> links() {
    return List.copyOf(survey.links());
  }

  /// The pictures in the order of the text, as for [#links].
  public List<Picture> pictures() {
    return List.copyOf(survey.pictures());
  }

  /// The links and pictures in raw HTML that is passed on, in the order of the text and as for
  /// [#links].
  public List<RawLink> rawLinks() {
    return options.html() == Html.ALLOW ? List.copyOf(survey.rawLinks()) : List.of();
  }

  /// The shortcodes in the order of the text, each before those that are inside it.
  public List<Shortcode> shortcodes() {
    return List.copyOf(survey.shortcodes());
  }

  /// How much there is to read: headings, paragraphs, lists, tables and notes, but not code blocks,
  /// raw HTML and what pictures show.
  public ReadingTime readingTime() {
    return ReadingTime.of(text());
  }

  /// All that a reader would read aloud, as plain text: what [#readingTime] counts.
  public String text() {
    return PlainText.of(root);
  }

  /// What the text says first, as plain text on one line: all up to `<!--more-->`, else the first
  /// words.
  public String summaryText(int maxWords) {
    return plainText(hasMore() ? Integer.MAX_VALUE : maxWords);
  }

  /// The first words of the paragraphs as plain text on one line, cut between two words with `…`;
  /// they end at `<!--more-->`.
  public String plainText(int maxWords) {
    return PlainText.paragraphs(root, maxWords);
  }

  /// Whether the author marked the end of the summary with `<!--more-->` on a line of its own.
  public boolean hasMore() {
    return more() != null;
  }

  /// The HTML up to `<!--more-->`, fit to stand in a list with others: headings have no ids and
  /// footnotes no calls. Empty when the author marked no end.
  public Optional<String> summary(RenderHooks hooks) {
    Node more = more();
    if (more == null) {
      return Optional.empty();
    }
    Rendering rendering = new Rendering(options, hooks, survey, true);
    return Optional.of(new BlockWriter(rendering, root).writeUntil(more));
  }

  /// The whole body as HTML.
  public String html(RenderHooks hooks) {
    Rendering rendering = new Rendering(options, hooks, survey, false);
    return new BlockWriter(rendering, root).writeDocument();
  }

  /// The HTML of a text that was read as a line.
  public String line(RenderHooks hooks) {
    Rendering rendering = new Rendering(options, hooks, survey, false);
    return new BlockWriter(rendering, root).writeInline();
  }

  private @Nullable Node more() {
    if (root.tree() == null || !options.additions()) {
      return null;
    }
    for (Node node = root.tree().getFirstChild(); node != null; node = node.getNext()) {
      if (isMore(node)) {
        return node;
      }
    }
    return null;
  }

  static boolean isMore(Node node) {
    return node instanceof BlockNode.Html html && MORE.matcher(html.html()).matches();
  }
}
