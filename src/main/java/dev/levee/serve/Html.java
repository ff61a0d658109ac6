package dev.levee.serve;

/// Text in HTML.
final class Html {

  private Html() {}

  /// A text as an element or an attribute in double quotes holds it.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
