package dev.levee.serve;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A page for when there is none of the site's own. What is wrong is told by its script.
final class Failure {

  private Failure() {}

  static Reply.Content page(int status, String what) {
    String html =
        """
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
            .formatted(Html.escaped(what));
    return new Reply.Content(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
        FollowingPage.of(html.getBytes(StandardCharsets.UTF_8), Optional.empty()));
  }
}
