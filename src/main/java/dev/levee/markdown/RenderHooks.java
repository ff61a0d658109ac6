package dev.levee.markdown;

import java.util.Optional;

/// What the site has to say while a document is rendered.
public record RenderHooks(LinkResolver links, ShortcodeRenderer shortcodes, CodeRenderer code) {

  /// Code is plain.
  public RenderHooks(LinkResolver links, ShortcodeRenderer shortcodes) {
    this(links, shortcodes, block -> Optional.empty());
  }

  /// Destinations stay as they are written, a shortcode is what stands between its tags, and code
  /// is plain.
  public static RenderHooks none() {
    return new RenderHooks(
        (destination, kind, at) -> Optional.of(ResolvedLink.to(destination)),
        (s, inner) -> inner.get());
  }
}
