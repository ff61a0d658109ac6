package dev.levee.serve;

import java.nio.charset.StandardCharsets;

/// HTML of the preview's own.
final class Html {

  private Html() {}

  /// A text as an element or an attribute in double quotes holds it.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A page.
  ///
  /// @param title a text
  /// @param body HTML
  static byte[] page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%1$s</title>
    </head>
    <body>
    <h1>%1$s</h1>
    %2$s
    </body>
    </html>
    """
        .formatted(escaped(title), body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
