package dev.levee.feed;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an XML file, an element a line.
final class XmlFile {

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;
  private final ArrayDeque<String> open = new ArrayDeque<>();

  private interface Act {
    void run() throws XMLStreamException;
  }

  /// A file of one element.
  ///
  /// @param attributes names and values by turns, namespaces among them
  XmlFile(String root, String... attributes) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    open(root, attributes);
  }

  /// Starts an element that holds others.
  void open(String name, String... attributes) {
    start(name, attributes);
    open.push(name);
  }

  /// Ends the innermost open element.
  void close() {
    open.pop();
    write(() -> {
      line();
      xml.writeEndElement();
    });
  }

  void element(String name, String text, String... attributes) {
    start(name, attributes);
    write(() -> {
      xml.writeCharacters(allowed(text));
      xml.writeEndElement();
    });
  }

  /// An element whose text RSS readers take for plain text or for HTML as they please. They agree
  /// on it when `&` and `<` are numeric references, see the RSS Advisory Board's profile,
  /// "Character Data".
  void ambiguous(String name, String text) {
    start(name);
    String plain = allowed(text);
    write(() -> {
      int from = 0;
      for (int i = 0; i < plain.length(); i++) {
        char c = plain.charAt(i);
        if (c == '&' || c == '<') {
          xml.writeCharacters(plain.substring(from, i));
          xml.writeEntityRef(c == '&' ? "#x26" : "#x3C");
          from = i + 1;
        }
      }
      xml.writeCharacters(plain.substring(from));
      xml.writeEndElement();
    });
  }

  void empty(String name, String... attributes) {
    write(() -> {
      line();
      xml.writeEmptyElement(name);
    });
    attributes(attributes);
  }

  /// The file, its open elements closed.
  byte[] bytes() {
    while (!open.isEmpty()) {
      close();
    }
    write(() -> {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    });
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void start(String name, String... attributes) {
    write(() -> {
      line();
      xml.writeStartElement(name);
    });
    attributes(attributes);
  }

  private void attributes(String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = allowed(attributes[i + 1]);
      write(() -> xml.writeAttribute(name, value));
    }
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(open.size()));
  }

  private static void write(Act act) {
    try {
      act.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The text without what XML 1.0 (section 2.2) cannot hold, its line ends made one.
  static String allowed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(XmlFile::isAllowed)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c >= 0x10000;
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
