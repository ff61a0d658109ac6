package dev.levee.build;

import dev.levee.build.BuildOptions.Mode;
import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfigReader;
import dev.levee.content.ArticleMemory;
import dev.levee.content.Content;
import dev.levee.content.ContentReader;
import dev.levee.content.SectionPath;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Publication;
import dev.levee.site.Site;
import dev.levee.site.SiteAssembler;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceTree;
import dev.levee.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The settings and the content of a site, read and put together, with nothing rendered yet.
///
/// @param content all articles, those that are not published among them
public record LoadedSite(SiteConfig config, Content content, Site site) {

  /// Reads a site as if for the first time.
  ///
  /// @throws IOException when the content folder cannot be listed
  public static LoadedSite load(BuildOptions options, Problems problems) throws IOException {
    return load(
        options, settings(options, problems), Ahead.known(Cache.Contents.empty()), problems);
  }

  /// Reads a site.
  ///
  /// @param before what the last build left, needed once the files are found
  /// @throws IOException when the content folder cannot be listed
  static LoadedSite load(
      BuildOptions options, SiteConfig config, Ahead<Cache.Contents> before, Problems problems)
      throws IOException {
    SourceTree tree = scan(options.source(), config, problems);
    GitHistory history = history(tree, config, problems);
    ArticleMemory memory = before.get().articles();
    return read(tree, config, history, memory, options.publication(), problems);
  }

  /// Lists the content folder.
  ///
  /// @param source the folder of the site
  ///
  /// @throws IOException when the folder cannot be read
  public static SourceTree scan(Path source, SiteConfig config, Problems problems)
      throws IOException {
    String label = config.folders().content();
    Path folder = source.resolve(label);
    if (Files.isDirectory(folder)) {
      return SourceTree.scan(folder, label, problems);
    }
    problems.add(
        ProblemCode.NOT_A_SITE,
        Location.of(label),
        "there is no folder of content here",
        "'levee init' starts a site");
    return new SourceTree(folder, List.of());
  }

  /// When files were committed, as far as the settings ask for it.
  public static GitHistory history(SourceTree tree, SiteConfig config, Problems problems) {
    return config.updatedFromGit()
        ? GitHistory.of(tree.root(), config.folders().content(), problems)
        : GitHistory.NONE;
  }

  /// Reads the files of the content folder, and puts together what they say.
  public static LoadedSite read(
      SourceTree tree,
      SiteConfig config,
      GitHistory history,
      ArticleMemory memory,
      Publication publication,
      Problems problems) {
    String label = config.folders().content();
    Content content = ContentReader.read(tree, label, config, history, memory, problems);
    Site site = SiteAssembler.assemble(config, content, publication, problems);
    return new LoadedSite(config, content, site);
  }

  /// Reads the settings of a site, or makes some up where it has none.
  public static SiteConfig settings(BuildOptions options, Problems problems) {
    Path file = options.settings();
    String label = label(options);
    Optional<String> text =
        Files.exists(file)
            ? TextFile.read(file, label, problems)
            : Optional.of(madeUp(options, label, problems));
    SiteConfig config =
        SiteConfigReader.read(
            text.orElse("{title: x, url: 'https://example.org'}"), label, problems);
    SiteConfig placed = options.url().map(config::withUrl).orElse(config);
    return options.is(Mode.SURGE) ? placed.withSurge() : placed;
  }

  /// The settings file as problems call it: relative to the site's folder where it lies in it.
  public static String label(BuildOptions options) {
    Path source = options.source().toAbsolutePath().normalize();
    Path file = options.settings().toAbsolutePath().normalize();
    Path shown = file.startsWith(source) ? source.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }

  private static String madeUp(BuildOptions options, String label, Problems problems) {
    Path name = options.source().toAbsolutePath().normalize().getFileName();
    String title = name == null ? "Untitled" : SectionPath.title(name.toString());
    problems.add(
        ProblemCode.NO_SETTINGS,
        Location.of(label),
        "there is no "
            + label
            + ": the site is called '"
            + title
            + "' and stands at https://example.org",
        "write one with lines 'title: …' and 'url: https://…'");
    return "title: '" + title.replace("'", "''") + "'\nurl: https://example.org\n";
  }
}
