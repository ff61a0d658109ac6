package dev.levee.markdown;

/// How Markdown is read on this site.
///
/// @param html what becomes of HTML that an author writes between the Markdown
/// @param dialect which Markdown authors write
public record MarkdownOptions(Html html, Dialect dialect) {

  /// What becomes of raw HTML.
  public enum Html {
    /// It is passed on as it stands: authors are trusted.
    ALLOW,
    /// It is shown as text.
    ESCAPE
  }

  /// The dialect that has everything.
  public MarkdownOptions(Html html) {
    this(html, Dialect.LEVEE);
  }

  /// HTML is allowed, as in CommonMark.
  public static MarkdownOptions defaults() {
    return new MarkdownOptions(Html.ALLOW);
  }
}
