package dev.levee.serve;

import java.nio.charset.StandardCharsets;

/// A page for when there is none of the site's own. What is wrong is told by the script.
final class Failure {

  private Failure() {}

  /// @param what is shown, a sentence
  static byte[] page(String what) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%1$s</title>
    </head>
    <body>
    <p>%1$s</p>
    </body>
    </html>
    """
        .formatted(Html.escaped(what))
        .getBytes(StandardCharsets.UTF_8);
  }
}
