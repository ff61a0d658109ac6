package dev.levee.feed;

import dev.levee.content.Article;
import dev.levee.trace.Reads;
import java.util.Optional;

/// What feeds say of an article beside its front matter. Feeds are made by several threads at once,
/// so several may ask, each with its own notes of what it read.
public interface FeedTexts {

  /// What the article is about, as plain text; may be empty.
  String summary(Article article, Reads reads);

  /// The whole body as HTML in which every URL is absolute. Asked for only where feeds carry whole
  /// articles.
  String html(Article article, Reads reads);

  /// The URL of a picture of the article that is made to be shown small; empty when there is none.
  Optional<String> picture(Article article, Reads reads);
}
