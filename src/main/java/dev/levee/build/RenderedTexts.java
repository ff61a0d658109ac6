package dev.levee.build;

import dev.levee.content.Article;
import dev.levee.feed.FeedTexts;
import dev.levee.render.Renderer;
import dev.levee.trace.Reads;
import java.util.Optional;

/// The texts of articles for feeds, as pages have them.
record RenderedTexts(Renderer renderer) implements FeedTexts {

  @Override
  public String summary(Article article, Reads reads) {
    return renderer.summary(article, reads);
  }

  @Override
  public String html(Article article, Reads reads) {
    return renderer.feedHtml(article, reads);
  }

  @Override
  public Optional<String> picture(Article article, Reads reads) {
    return renderer.feedPicture(article, reads);
  }
}
