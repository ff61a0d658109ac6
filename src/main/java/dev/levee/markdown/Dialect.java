package dev.levee.markdown;

/// Which Markdown is read and what HTML it gives.
enum Dialect {
  /// CommonMark with all that this package adds to it.
  LEVEE,
  /// CommonMark with what GitHub adds to it, to be held against its specification.
  GFM,
  /// CommonMark alone, to be held against its specification.
  COMMONMARK
}
