package dev.levee.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// HTML in lines that are equal when a reader sees the same: one for the start and the end of each
/// block and one for the text between, with attributes in order and white space as browsers have
/// it.
record NormalHtml(List<String> lines) {

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "del", "em", "font", "i", "img",
          "input", "ins", "kbd", "label", "mark", "q", "s", "small", "span", "strike", "strong",
          "sub", "sup", "tt", "u", "var", "wbr");

  NormalHtml {
    lines = List.copyOf(lines);
  }

  /// A text of HTML with what most often differs taken out, to save the way through [#of]: HTML has
  /// no need of the slash in empty elements, nor of white space between blocks.
  static String written(String html) {
    return html.replace(" />", ">").replaceAll(">\\s+<", "><").strip();
  }

  /// @param dialect the dialect whose [Additions] are taken out
  static NormalHtml of(String html, Dialect dialect) {
    Element body = Jsoup.parseBodyFragment(html).body();
    Additions.takeOut(body, dialect);
    Lines lines = new Lines();
    body.childNodes().forEach(node -> node.traverse(lines));
    lines.end();
    return new NormalHtml(lines.lines);
  }

  private static final class Lines implements NodeVisitor {

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    void end() {
      if (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
        line.setLength(line.length() - 1);
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      line.setLength(0);
    }

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode text when text.hasParent() && text.parentElement().closest("pre") != null ->
            code(text.getWholeText());
        case TextNode text -> text(text.getWholeText());
        case Comment comment -> line.append("<!--").append(comment.getData()).append("-->");
        case Element element -> {
          endsLine(element);
          start(element);
          endsLine(element);
        }
        default -> line.append(node.outerHtml());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && !element.tag().isEmpty()) {
        endsLine(element);
        line.append("</").append(element.normalName()).append('>');
        endsLine(element);
      }
    }

    private void endsLine(Element element) {
      if (!INLINE.contains(element.normalName())) {
        end();
      }
    }

    private void start(Element element) {
      line.append('<').append(element.normalName());
      element.attributes().asList().stream()
          .sorted(Comparator.comparing(Attribute::getKey))
          .forEach(a ->
              line.append(' ').append(a.getKey()).append("=\"").append(a.getValue()).append('"'));
      line.append('>');
    }

    private void code(String text) {
      for (String row : text.split("\n", -1)) {
        lines.add("| " + line + row);
        line.setLength(0);
      }
    }

    private void text(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') {
          line.append(c);
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      }
    }
  }
}
