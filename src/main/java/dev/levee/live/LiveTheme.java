package dev.levee.live;

import dev.levee.asset.Assets;
import dev.levee.build.BuildOptions;
import dev.levee.build.Cache;
import dev.levee.build.Stripping;
import dev.levee.config.SiteConfig;
import dev.levee.output.Output;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.render.Templates;
import dev.levee.source.Theme;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The templates and assets of a site while they are what they are. Safe to use from several
/// threads.
final class LiveTheme {

  private final Theme theme;
  private final List<Problem> problems;
  private final Templates templates;
  private final Assets assets;
  private final Set<String> asked = new TreeSet<>();
  private volatile Map<String, Output.Content> published = Map.of();
  private volatile List<Problem> assetProblems = List.of();

  private LiveTheme(Theme theme, List<Problem> problems, Templates templates, Assets assets) {
    this.theme = theme;
    this.problems = problems;
    this.templates = templates;
    this.assets = assets;
  }

  /// The theme of a site.
  ///
  /// @throws IOException when the folder of templates cannot be listed
  static LiveTheme open(BuildOptions options, SiteConfig config, Cache cache) throws IOException {
    Problems problems = new Problems();
    String folder = config.folders().templates();
    Theme theme = Theme.open(options.source().resolve(folder), folder, problems);
    return new LiveTheme(
        theme,
        problems.added(),
        new Templates(theme, config),
        Assets.of(theme, config.assets(), cache.assets(), options.path()));
  }

  Templates templates() {
    return templates;
  }

  Assets assets() {
    return assets;
  }

  /// What is wrong with the folder, and with assets that were asked for.
  List<Problem> problems() {
    return Stream.concat(problems.stream(), assetProblems.stream()).toList();
  }

  /// Whether a path is that of an asset as it is now.
  boolean has(String file) {
    return assets.at(file).isPresent() || published.containsKey(file);
  }

  /// The asset at a path; nothing when it cannot be made.
  synchronized Optional<Output.Content> at(String file) {
    if (!published.containsKey(file)
        && assets.at(file).filter(asset -> asked.add(asset.name())).isPresent()) {
      Problems found = new Problems();
      Map<String, Output.Content> all = new HashMap<>();
      assets
          .publish(asked, Set.of(), Set.of(), found)
          .forEach((path, bytes) ->
              Stripping.asset(path, bytes, theme, found)
                  .ifPresent(published -> all.put(path, new Output.Bytes(published))));
      assetProblems = found.added();
      published = Map.copyOf(all);
    }
    return Optional.ofNullable(published.get(file));
  }

  /// The source map of the asset at a path.
  Optional<String> sourceMap(String file) throws IOException {
    return assets.sourceMap(file);
  }
}
