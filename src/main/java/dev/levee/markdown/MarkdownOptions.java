package dev.levee.markdown;

/// How Markdown is read on this site.
///
/// @param html what becomes of HTML that an author writes between the Markdown
/// @param dialect which Markdown it is
/// @param smartPunctuation whether straight quotes, dashes and dots become those of the language
/// @param math whether what stands between dollar signs is a formula
public record MarkdownOptions(Html html, Dialect dialect, boolean smartPunctuation, boolean math) {

  /// What becomes of raw HTML.
  public enum Html {
    /// It is passed on as it stands: authors are trusted.
    ALLOW,
    /// It is shown as text.
    ESCAPE
  }

  /// HTML is allowed, as in CommonMark, and there is no math.
  public static MarkdownOptions defaults() {
    return new MarkdownOptions(Html.ALLOW, Dialect.LEVEE, true, false);
  }

  /// The same with another treatment of HTML.
  public MarkdownOptions with(Html other) {
    return new MarkdownOptions(other, dialect, smartPunctuation, math);
  }

  /// The same for another dialect.
  public MarkdownOptions with(Dialect other) {
    return new MarkdownOptions(html, other, smartPunctuation, math);
  }

  boolean additions() {
    return dialect == Dialect.LEVEE;
  }
}
