package dev.levee.markdown;

/// Which Markdown is read.
public enum Dialect {
  /// CommonMark alone.
  COMMONMARK,
  /// CommonMark with what GitHub adds to it: tables, task lists, strikethrough, bare links, and no
  /// tags that take over a page.
  GFM,
  /// GFM with all that publishers need.
  LEVEE
}
