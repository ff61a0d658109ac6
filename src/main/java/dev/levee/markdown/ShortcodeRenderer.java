package dev.levee.markdown;

import java.util.function.Supplier;

/// Turns a shortcode into HTML.
@FunctionalInterface
public interface ShortcodeRenderer {

  /// The HTML that takes the place of the shortcode, as it goes into the page.
  ///
  /// @param innerHtml the Markdown between the tags as HTML, rendered when it is asked for
  String render(Shortcode shortcode, Supplier<String> innerHtml);
}
