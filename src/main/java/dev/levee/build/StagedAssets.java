package dev.levee.build;

import dev.levee.asset.Assets;
import dev.levee.content.UrlPath;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.Staging;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.source.Theme;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Stages the assets that pages use.
final class StagedAssets {

  /// The questions of those who use an asset.
  static final Set<Topic> USES =
      Set.of(Topic.ASSET, Topic.INTEGRITY, Topic.STYLESHEET, Topic.INLINE_STYLESHEET);

  private final Assets assets;
  private final Theme theme;
  private final Site site;
  private final Staging staging;
  private final Problems problems;

  StagedAssets(Assets assets, Theme theme, Site site, Staging staging, Problems problems) {
    this.assets = assets;
    this.theme = theme;
    this.site = site;
    this.staging = staging;
    this.problems = problems;
  }

  /// Stages what pages that were made, and those that were kept, have asked for.
  ///
  /// @param asked all questions about assets, see [#USES]
  void stage(Collection<Question> asked) throws IOException {
    Set<String> addressed = new TreeSet<>();
    Set<String> styles = new TreeSet<>();
    Set<String> inline = new TreeSet<>();
    for (Question question : asked) {
      Set<String> uses =
          switch (question.topic()) {
            case STYLESHEET -> styles;
            case INLINE_STYLESHEET -> inline;
            default -> addressed;
          };
      uses.add(question.subject());
    }
    for (Map.Entry<String, byte[]> asset :
        assets.publish(addressed, styles, inline, problems).entrySet()) {
      stage(asset.getKey(), asset.getValue());
    }
  }

  private void stage(String path, byte[] bytes) throws IOException {
    Optional<Route> other = site.at(new UrlPath("/" + path));
    if (other.isPresent()) {
      problems.add(
          ProblemCode.DUPLICATE_URL,
          other.get().origin(),
          "the address " + other.get().path() + " is that of an asset of the theme",
          "rename the file");
      return;
    }
    Optional<byte[]> published = Stripping.asset(path, bytes, theme, problems);
    if (published.isPresent()) {
      staging.add(Output.of(path, Kind.ASSET, published.get()));
    }
  }
}
