package dev.levee.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Writes an XML file, an element a line.
final class XmlFile {

  private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  private final ArrayDeque<String> open = new ArrayDeque<>();

  /// A file of one element.
  ///
  /// @param attributes names and values by turns, namespaces among them
  XmlFile(String root, String... attributes) {
    open(root, attributes);
  }

  /// Starts an element that holds others.
  void open(String name, String... attributes) {
    start(name, attributes).append('>');
    open.push(name);
  }

  /// Ends the innermost open element.
  void close() {
    String name = open.pop();
    line();
    end(name);
  }

  void element(String name, String text, String... attributes) {
    start(name, attributes).append('>');
    appendEscaped(text, "&amp;", "&lt;", "\"");
    end(name);
  }

  /// An element whose text RSS readers take for plain text or for HTML as they please. They agree
  /// on it when `&` and `<` are numeric references, see the RSS Advisory Board's profile,
  /// "Character Data".
  void ambiguous(String name, String text) {
    start(name).append('>');
    appendEscaped(text, "&#x26;", "&#x3C;", "\"");
    end(name);
  }

  void empty(String name, String... attributes) {
    start(name, attributes).append("/>");
  }

  /// The file, its open elements closed.
  byte[] bytes() {
    while (!open.isEmpty()) {
      close();
    }
    return xml.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private StringBuilder start(String name, String... attributes) {
    line();
    xml.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.append(' ').append(attributes[i]).append("=\"");
      appendEscaped(attributes[i + 1], "&amp;", "&lt;", "&quot;");
      xml.append('"');
    }
    return xml;
  }

  private void end(String name) {
    xml.append("</").append(name).append('>');
  }

  private void line() {
    xml.append('\n').append("  ".repeat(open.size()));
  }

  /// Adds a text of an element or an attribute, see XML 1.0, section 2.4.
  private void appendEscaped(String text, String ampersand, String less, String quote) {
    String plain = allowed(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '&') {
        xml.append(ampersand);
      } else if (c == '<') {
        xml.append(less);
      } else if (c == '>') {
        xml.append("&gt;");
      } else if (c == '"') {
        xml.append(quote);
      } else {
        xml.append(c);
      }
    }
  }

  /// The text without what XML 1.0 (section 2.2) cannot hold, its line ends made one.
  static String allowed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          kept.append('\n');
        }
      } else if (Character.isSurrogate(c)) {
        int whole = text.codePointAt(i);
        if (Character.isSupplementaryCodePoint(whole)) {
          kept.appendCodePoint(whole);
          i++;
        }
      } else if (isAllowed(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static boolean isAllowed(char c) {
    return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xFFFE);
  }

  /// Plain text as HTML writes it.
  static String html(String text) {
    return allowed(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
