package dev.levee.feed;

import dev.levee.content.Article;

/// What feeds say of an article beside its front matter. Feeds are made by several threads at once,
/// so several may ask.
public interface FeedTexts {

  /// What the article is about, as plain text; may be empty.
  String summary(Article article);

  /// The whole body as HTML in which every URL is absolute. Asked for only where feeds carry whole
  /// articles.
  String html(Article article);
}
