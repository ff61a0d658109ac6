package dev.levee.markdown;

/// Which Markdown is read and what HTML it gives.
public enum Dialect {
  /// CommonMark with all that this package adds to it.
  LEVEE,
  /// CommonMark with what GitHub's specification adds.
  GFM,
  /// CommonMark alone.
  COMMONMARK
}
