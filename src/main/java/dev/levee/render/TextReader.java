package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.markdown.MarkdownDocument;

/// Takes the texts of articles as they are parsed for their pages, from several threads and some
/// more than once.
@FunctionalInterface
public interface TextReader {

  /// Takes the text of an article, which must not be kept.
  void read(Article article, MarkdownDocument text);
}
