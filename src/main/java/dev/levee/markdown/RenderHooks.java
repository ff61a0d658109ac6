package dev.levee.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the site has to say while a document is rendered.
///
/// @param elements what writes elements in place of this package
/// @param alertTitles what stands above an alert of a kind whose author said nothing, as plain text
public record RenderHooks(
    LinkResolver links,
    ShortcodeRenderer shortcodes,
    CodeRenderer code,
    PictureRenderer pictures,
    ElementHooks elements,
    UnaryOperator<String> alertTitles) {

  /// Every picture is one file, and alerts have English titles.
  public RenderHooks(
      LinkResolver links, ShortcodeRenderer shortcodes, CodeRenderer code, ElementHooks elements) {
    this(links, shortcodes, code, img -> Optional.empty(), elements, RenderHooks::english);
  }

  private static String english(String kind) {
    return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
  }

  /// Code is plain, and elements are written here.
  public RenderHooks(LinkResolver links, ShortcodeRenderer shortcodes) {
    this(links, shortcodes, block -> Optional.empty(), ElementHooks.NONE);
  }

  /// Destinations stay as they are written, a shortcode is what stands between its tags, and code
  /// is plain.
  public static RenderHooks none() {
    return new RenderHooks(
        (destination, kind, at) -> Optional.of(ResolvedLink.to(destination)),
        (s, inner) -> inner.get());
  }
}
