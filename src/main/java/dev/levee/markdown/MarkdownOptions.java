package dev.levee.markdown;

/// How Markdown is read on this site.
///
/// @param html what becomes of HTML that an author writes between the Markdown
public record MarkdownOptions(Html html) {

  /// What becomes of raw HTML.
  public enum Html {
    /// It is passed on as it stands: authors are trusted.
    ALLOW,
    /// It is shown as text.
    ESCAPE
  }

  /// HTML is allowed, as in CommonMark.
  public static MarkdownOptions defaults() {
    return new MarkdownOptions(Html.ALLOW);
  }
}
