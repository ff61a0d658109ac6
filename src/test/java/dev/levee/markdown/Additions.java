package dev.levee.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/// What Levee, or flexmark, writes beyond the HTML that a specification shows. Taken out of both,
/// what is left can be compared.
final class Additions {

  private static final Pattern HEADING_ATTRIBUTES = Pattern.compile("\\s*\\{[#.][^{}]*}\\s*$");
  private static final Pattern MORE = Pattern.compile("\\s*more\\s*");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern TYPOGRAPHY = Pattern.compile("[“”„«»‘’‚‹›–—…-]");

  private Additions() {}

  static void takeOut(Element body, Dialect dialect) {
    if (dialect == Dialect.COMMONMARK) {
      return;
    }
    Elements all = body.getAllElements();
    for (Element element : all) {
      switch (element.normalName()) {
        case "div", "th", "td" -> table(element);
        case "input" -> task(element);
        default -> {}
      }
    }
    if (dialect == Dialect.LEVEE) {
      all.forEach(Additions::ofLevee);
      footnotes(body);
      body.nodeStream(TextNode.class).toList().forEach(Additions::typography);
      body.nodeStream(Comment.class).toList().forEach(Additions::endOfSummary);
      all.stream().filter(e -> e.nameIs("p") && e.childNodeSize() == 0).forEach(Node::remove);
    }
  }

  private static void ofLevee(Element element) {
    switch (element.normalName()) {
      case "pre" -> element.removeAttr("tabindex").removeAttr("role").removeAttr("aria-label");
      case "img" -> picture(element);
      case "a" -> link(element);
      case "figure" -> figure(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
      default -> {}
    }
  }

  /// The box in which a table scrolls, alignment by a class, and empty headers that are none.
  private static void table(Element element) {
    if (element.hasClass("table-scroll")) {
      element.unwrap();
    }
    if (element.className().startsWith("align-")) {
      element.attr("align", element.className().substring("align-".length())).removeAttr("class");
    }
    element.removeAttr("scope");
    if (element.nameIs("td") && element.closest("thead") != null && element.childNodeSize() == 0) {
      element.tagName("th");
    }
  }

  private static void task(Element box) {
    Element item = box.closest("li");
    if (item != null && box.attr("type").equals("checkbox")) {
      item.removeClass("task").removeClass("task-list-item");
      boolean checked = box.hasAttr("checked");
      box.clearAttributes().attr("type", "checkbox").attr("disabled", "").attr("checked", checked);
      if (item.className().isEmpty()) {
        item.removeAttr("class");
      }
      if (box.nextSibling() instanceof TextNode text) {
        text.text(" " + text.getWholeText().replaceFirst("^[\u00a0 ]+", ""));
      }
    }
  }

  /// Where a heading's attributes are not understood they are its text.
  private static void heading(Element heading) {
    heading.clearAttributes();
    if (heading.lastChild() instanceof TextNode last && last.getWholeText().indexOf('{') >= 0) {
      last.text(HEADING_ATTRIBUTES.matcher(last.getWholeText()).replaceFirst(""));
    }
  }

  /// A picture alone is a paragraph again, its caption a title of which the words count.
  private static void figure(Element figure) {
    Element picture = figure.selectFirst("img");
    if (picture != null) {
      Element caption = figure.selectFirst("figcaption");
      if (caption != null) {
        picture.attr("title", words(caption.text()));
        caption.remove();
      }
      figure.tagName("p").clearAttributes();
    }
  }

  private static void picture(Element picture) {
    picture.removeAttr("loading").removeAttr("decoding");
    if (picture.hasAttr("title")) {
      picture.attr("title", words(picture.attr("title")));
    }
    picture.attr("alt", plain(picture.attr("alt")));
  }

  private static String words(String text) {
    return NO_WORD.matcher(text).replaceAll(" ").strip();
  }

  /// An address that is a link without being marked as one, and a link that would run a script, are
  /// text.
  private static void link(Element link) {
    link.removeAttr("rel").removeAttr("target");
    String text = decoded(link.text());
    String href = decoded(link.attr("href"));
    boolean bare =
        link.attributesSize() == 1
            && List.of(text, "http://" + text, "mailto:" + text).contains(href);
    if (bare || href.startsWith("javascript:")) {
      link.unwrap();
    } else if (link.hasAttr("title")) {
      link.attr("title", plain(link.attr("title")));
    }
  }

  private static String decoded(String url) {
    return url.indexOf('%') < 0
        ? url
        : URLDecoder.decode(LONE_PERCENT.matcher(url).replaceAll("%25").replace("+", "%2B"), UTF_8);
  }

  /// A call is its number, the notes are a list.
  private static void footnotes(Element body) {
    if (body.selectFirst(".footnote-ref") == null) {
      return;
    }
    for (Element call : body.select("sup:has(a.footnote-ref)")) {
      call.replaceWith(new TextNode("[^" + call.text() + "]"));
    }
    for (Element notes : body.select(".footnotes")) {
      notes.select("> hr").remove();
      for (Element back : notes.select("a.footnote-backref")) {
        if (back.previousSibling() instanceof TextNode space) {
          space.text(space.getWholeText().replaceFirst("[\u00a0\\s]+$", ""));
        }
        back.remove();
      }
      notes.select("li").forEach(Element::clearAttributes);
      notes.unwrap();
    }
  }

  private static void endOfSummary(Comment comment) {
    if (MORE.matcher(comment.getData()).matches()) {
      comment.remove();
    }
  }

  private static void typography(TextNode text) {
    String written = text.getWholeText();
    if (TYPOGRAPHY.matcher(written).find() && text.parentElement().closest("pre, code") == null) {
      text.text(plain(written));
    }
  }

  /// Text with the quotes and dashes of a typewriter.
  private static String plain(String text) {
    return text.replaceAll("[“”„«»]", "\"")
        .replaceAll("[‘’‚‹›]", "'")
        .replaceAll("-{2,}|[–—]+", "–")
        .replace("…", "...");
  }
}
