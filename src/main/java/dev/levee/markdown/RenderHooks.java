package dev.levee.markdown;

import java.util.Optional;

/// What the site has to say while a document is rendered.
///
/// @param elements what writes elements in place of this package
public record RenderHooks(
    LinkResolver links,
    ShortcodeRenderer shortcodes,
    CodeRenderer code,
    PictureRenderer pictures,
    ElementHooks elements) {

  /// Every picture is one file.
  public RenderHooks(
      LinkResolver links, ShortcodeRenderer shortcodes, CodeRenderer code, ElementHooks elements) {
    this(links, shortcodes, code, img -> Optional.empty(), elements);
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
