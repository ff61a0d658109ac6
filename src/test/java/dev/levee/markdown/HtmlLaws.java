package dev.levee.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/// What holds of the HTML of any document whose author may write no HTML.
final class HtmlLaws {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*+)((?:\\s++[a-z][a-z-]*+(?:=\"[^\"<>]*+\")?+)*+)>");
  private static final Pattern LONE_AMPERSAND =
      Pattern.compile("&(?![A-Za-z][A-Za-z0-9]*;|#[0-9]+;|#[xX][0-9A-Fa-f]+;)");
  private static final Pattern IGNORED_BY_BROWSERS = Pattern.compile("[\\x00-\\x20\\x7F]");
  private static final Pattern RUNS =
      Pattern.compile("(?:javascript|vbscript):.*|data:(?!image/).*", Pattern.DOTALL);
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr", "col");

  private HtmlLaws() {}

  /// What is wrong; empty when nothing is.
  static Optional<String> broken(String html) {
    return unbalanced(html).or(() -> ill(html)).or(() -> dangerous(html));
  }

  /// Every element that is opened is closed, in the right order, and no other character is left
  /// that starts a tag or an entity.
  static Optional<String> unbalanced(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      if (html.substring(from, tag.start()).indexOf('<') >= 0) {
        break;
      }
      from = tag.end();
      if (tag.group(1).isEmpty()) {
        if (!VOID.contains(tag.group(2))) {
          open.push(tag.group(2));
        }
      } else if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
        return Optional.of("unbalanced: " + tag.group() + " at " + tag.start());
      }
    }
    int stray = html.indexOf('<', from);
    if (stray >= 0) {
      return Optional.of("no tag: " + html.substring(stray, Math.min(stray + 40, html.length())));
    }
    Matcher ampersand = LONE_AMPERSAND.matcher(html);
    if (ampersand.find()) {
      return Optional.of("lone & at " + ampersand.start());
    }
    return open.isEmpty() ? Optional.empty() : Optional.of("left open: " + open);
  }

  /// What a browser would have to mend.
  private static Optional<String> ill(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    parser.parseInput("<!doctype html><title>x</title>" + html, "");
    List<ParseError> errors = parser.getErrors();
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of("mended: " + errors.getFirst().getErrorMessage());
  }

  private static Optional<String> dangerous(String html) {
    Document document = Parser.parseBodyFragment(html, "");
    Set<String> ids = new HashSet<>();
    for (Element element : document.body().getAllElements()) {
      if (Set.of("script", "style", "iframe", "object", "embed").contains(element.normalName())) {
        return Optional.of("element: " + element.normalName());
      }
      for (Attribute attribute : element.attributes()) {
        String seen = IGNORED_BY_BROWSERS.matcher(attribute.getValue()).replaceAll("");
        if (attribute.getKey().startsWith("on")) {
          return Optional.of("attribute: " + attribute.getKey());
        }
        if (Set.of("href", "src").contains(attribute.getKey())
            && RUNS.matcher(seen.toLowerCase(Locale.ROOT)).matches()) {
          return Optional.of("address: " + attribute.getKey());
        }
      }
      if (element.normalName().matches("h[1-6]")
          && element.hasAttr("id")
          && !ids.add(element.id())) {
        return Optional.of("id twice");
      }
    }
    return Optional.empty();
  }
}
