package dev.levee.markdown;

/// What the site has to say while a document is rendered.
public record RenderHooks(LinkResolver links, ShortcodeRenderer shortcodes) {

  /// Destinations stay as they are written and a shortcode is what stands between its tags.
  public static RenderHooks none() {
    return new RenderHooks((destination, kind, at) -> destination, (s, inner) -> inner.get());
  }
}
