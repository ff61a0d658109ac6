package dev.levee.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// What Levee, or flexmark, writes beyond the HTML that a specification shows. Taken out of both,
/// what is left can be compared.
final class Additions {

  private static final Pattern HEADING_ATTRIBUTES = Pattern.compile("\\s*\\{[#.][^{}]*}\\s*$");
  private static final Pattern MORE = Pattern.compile("\\s*more\\s*");
  private static final Pattern QUOTES = Pattern.compile("[“”„«»]");
  private static final Pattern APOSTROPHES = Pattern.compile("[‘’‚‹›]");
  private static final Pattern DASHES = Pattern.compile("-{2,}|[–—]+");

  private Additions() {}

  static void takeOut(Element body, Dialect dialect) {
    if (dialect == Dialect.COMMONMARK) {
      return;
    }
    tables(body);
    tasks(body);
    if (dialect == Dialect.LEVEE) {
      attributes(body);
      headings(body);
      figures(body);
      footnotes(body);
      links(body);
      ends(body);
      typography(body);
      body.select("p:empty").remove();
    }
  }

  /// The box in which a table scrolls, and alignment by a class.
  private static void tables(Element body) {
    body.select("div.table-scroll").unwrap();
    for (String side : List.of("left", "center", "right")) {
      body.select("th.align-" + side + ", td.align-" + side)
          .removeAttr("class")
          .attr("align", side);
    }
    body.select("th").removeAttr("scope");
  }

  private static void tasks(Element body) {
    body.select("li.task, li.task-list-item").removeAttr("class");
    for (Element box : body.select("li input[type=checkbox]")) {
      boolean checked = box.hasAttr("checked");
      box.clearAttributes().attr("type", "checkbox").attr("disabled", "");
      if (checked) {
        box.attr("checked", "");
      }
      if (box.nextSibling() instanceof TextNode text) {
        text.text(text.getWholeText().replaceFirst("^[\u00a0 ]+", " "));
      }
    }
  }

  private static void attributes(Element body) {
    body.select("pre").removeAttr("tabindex");
    body.select("img").removeAttr("loading").removeAttr("decoding");
    body.select("a").removeAttr("rel").removeAttr("target");
  }

  /// Ids and classes, and where they are not understood their own text.
  private static void headings(Element body) {
    for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
      heading.clearAttributes();
      if (heading.lastChild() instanceof TextNode last) {
        last.text(HEADING_ATTRIBUTES.matcher(last.getWholeText()).replaceFirst(""));
      }
    }
  }

  /// A picture alone is a paragraph again, its caption a title of which the words count.
  private static void figures(Element body) {
    for (Element figure : body.select("figure:has(img)")) {
      figure
          .select("figcaption")
          .forEach(caption -> {
            figure.select("img").attr("title", caption.text());
            caption.remove();
          });
      figure.tagName("p").clearAttributes();
    }
    for (Element picture : body.select("p > img:only-child[title]")) {
      picture.attr("title", picture.attr("title").replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
    }
  }

  /// A call is its number, the notes are a list.
  private static void footnotes(Element body) {
    for (Element call : body.select("sup:has(a.footnote-ref)")) {
      call.replaceWith(new TextNode("[^" + call.text() + "]"));
    }
    for (Element notes : body.select(".footnotes")) {
      notes.children().select("> hr").remove();
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

  /// Addresses that are links without being marked as such, and links that would run a script.
  private static void links(Element body) {
    for (Element link : body.select("a[href]")) {
      String text = link.text();
      String href = link.attr("href");
      boolean bare =
          link.attributesSize() == 1
              && List.of(text, "http://" + text, "mailto:" + text).contains(decoded(href));
      if (bare || href.startsWith("javascript:")) {
        link.unwrap();
      }
    }
  }

  private static String decoded(String href) {
    return URLDecoder.decode(
        href.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B"), UTF_8);
  }

  /// The comment at which the summary ends.
  private static void ends(Element body) {
    for (Comment comment : body.nodeStream(Comment.class).toList()) {
      if (MORE.matcher(comment.getData()).matches()) {
        comment.remove();
      }
    }
  }

  private static void typography(Element body) {
    for (TextNode text : body.nodeStream(TextNode.class).toList()) {
      if (text.parentElement().closest("pre, code") == null) {
        text.text(plain(text.getWholeText()));
      }
    }
    for (String name : List.of("alt", "title")) {
      body.select("[" + name + "]").forEach(e -> e.attr(name, plain(e.attr(name))));
    }
  }

  private static String plain(String text) {
    String quotes = QUOTES.matcher(text).replaceAll("\"");
    String apostrophes = APOSTROPHES.matcher(quotes).replaceAll("'");
    return DASHES.matcher(apostrophes).replaceAll("–").replace("…", "...");
  }
}
