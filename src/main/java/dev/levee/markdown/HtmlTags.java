package dev.levee.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the tags in a piece of HTML and their attributes, as the tokenizer of the HTML standard
/// does: nothing in a comment, a script, a style sheet or other raw text is a tag.
public final class HtmlTags {

  /// What is no text: a tag, a comment, or a tag that does not end.
  ///
  /// @param element the name of the element, in small letters; empty for what is no tag
  /// @param closes whether it is an end tag
  /// @param slashed whether it is a start tag that ends in `/>`
  /// @param raw whether what is behind it is text up to its end tag, whatever stands there
  /// @param attributes those of a start tag, in order; of two with one name the first counts
  /// @param start the offset in the HTML at which it starts
  /// @param end the offset behind it
  public record Tag(
      String element,
      boolean closes,
      boolean slashed,
      boolean raw,
      List<Attribute> attributes,
      int start,
      int end) {
    public Tag {
      attributes = List.copyOf(attributes);
    }

    /// The value of an attribute; empty when it has none, or no such attribute.
    public String value(String name) {
      return attributes.stream()
          .filter(attribute -> attribute.name().equals(name))
          .map(Attribute::value)
          .findFirst()
          .orElse("");
    }
  }

  /// An attribute of a start tag.
  ///
  /// @param element the name of the element, in small letters
  /// @param name its own name, in small letters
  /// @param value its value, character references undone
  /// @param at the offset in the HTML at which the value starts
  public record Attribute(String element, String name, String value, int at) {}

  private static final String SPACE = " \t\n\r\f";
  private static final Set<String> RAW_TEXT =
      Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");
  private static final Set<String> FOREIGN = Set.of("svg", "math");

  private final String html;
  private final List<Tag> found = new ArrayList<>();
  private int at;
  private boolean slashed;

  /// How many drawings and formulas are around what is read: in these a slash ends any element.
  private int foreign;

  private HtmlTags(String html) {
    this.html = html;
  }

  /// The attributes of all start tags in order. A tag that does not end has none, and of two
  /// attributes with one name the first counts.
  public static List<Attribute> attributes(String html) {
    List<Attribute> attributes = new ArrayList<>();
    for (Tag tag : tags(html)) {
      attributes.addAll(tag.attributes());
    }
    return attributes;
  }

  /// All that is no text, in order. Nothing in raw text is found, which lies between two tags.
  public static List<Tag> tags(String html) {
    HtmlTags tags = new HtmlTags(html);
    tags.scan();
    return tags.found;
  }

  private void scan() {
    for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
      at = open + 1;
      if (html.startsWith("!--", at)) {
        past("-->", open + 2);
        found("", open);
      } else if (is("!?")) {
        past(">", at);
        found("", open);
      } else if (isLetter(at)) {
        List<Attribute> attributes = new ArrayList<>();
        String element = tag(attributes);
        boolean raw = RAW_TEXT.contains(element) && !(slashed && foreign > 0);
        found.add(new Tag(element, false, slashed, raw, attributes, open, at));
        foreign += FOREIGN.contains(element) && !slashed ? 1 : 0;
        if (raw) {
          pastRawText(element);
        }
      } else if (is("/") && isLetter(at + 1)) {
        at++;
        String element = tag(new ArrayList<>());
        foreign -= foreign > 0 && FOREIGN.contains(element) ? 1 : 0;
        found(element, open);
      } else if (is("/")) {
        past(">", at); // what is no tag is a comment
        found("", open);
      }
    }
  }

  private void found(String closed, int start) {
    found.add(new Tag(closed, true, false, false, List.of(), start, at));
  }

  /// Reads a tag from its name on, and gives the name; of a tag that does not end nothing is left.
  private String tag(List<Attribute> attributes) {
    String element = name("");
    Set<String> names = new HashSet<>();
    while (true) {
      int before = at;
      skip(SPACE + "/");
      if (at >= html.length()) {
        at = html.length();
        attributes.clear();
        slashed = false;
        return "";
      }
      if (is(">")) {
        slashed = at > before && html.charAt(at - 1) == '/';
        at++;
        return element;
      }
      String name = name("=");
      skip(SPACE);
      int start = at;
      String value = "";
      if (is("=")) {
        at++;
        skip(SPACE);
        start = is("\"'") ? at + 1 : at;
        value = value();
      }
      if (names.add(name)) {
        attributes.add(new Attribute(element, name, Escapes.undoReferences(value), start));
      }
    }
  }

  /// Its first character belongs to it, whatever it is.
  private String name(String end) {
    int start = at;
    at++;
    cut(SPACE + "/>" + end);
    return html.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private String value() {
    if (!is("\"'")) {
      return cut(SPACE + ">");
    }
    String quote = html.substring(at, at + 1);
    at++;
    String value = cut(quote);
    at++;
    return value;
  }

  private String cut(String end) {
    int start = at;
    while (at < html.length() && !is(end)) {
      at++;
    }
    return html.substring(start, at);
  }

  private void skip(String characters) {
    while (is(characters)) {
      at++;
    }
  }

  private boolean is(String characters) {
    return at < html.length() && characters.indexOf(html.charAt(at)) >= 0;
  }

  private boolean isLetter(int index) {
    char c = index < html.length() ? html.charAt(index) : ' ';
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void past(String end, int from) {
    int start = html.indexOf(end, from);
    at = start < 0 ? html.length() : start + end.length();
  }

  private void pastRawText(String element) {
    int end = html.indexOf("</", at);
    while (end >= 0 && !endsRawText(element, end + 2)) {
      end = html.indexOf("</", end + 2);
    }
    at = end < 0 ? html.length() : end;
  }

  private boolean endsRawText(String element, int start) {
    int after = start + element.length();
    return after < html.length()
        && html.regionMatches(true, start, element, 0, element.length())
        && (SPACE + "/>").indexOf(html.charAt(after)) >= 0;
  }
}
