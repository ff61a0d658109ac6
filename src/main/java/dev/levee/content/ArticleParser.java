package dev.levee.content;

import dev.levee.config.SiteConfig;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.TextFile;
import dev.levee.yaml.YamlNode.Mapping;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Understands one article's file: its front matter together with what the sections around it give,
/// and where its body starts. Safe to use from several threads.
final class ArticleParser {

  private final String label;
  private final SiteConfig config;
  private final FrontMatterKeys keys;
  private final FrontMatterReader reader;
  private final Map<String, SectionFront> sections;
  private final GitHistory history;
  private final Problems problems;

  ArticleParser(
      String label,
      SiteConfig config,
      FrontMatterKeys keys,
      FrontMatterReader reader,
      Map<String, SectionFront> sections,
      GitHistory history,
      Problems problems) {
    this.label = label;
    this.config = config;
    this.keys = keys;
    this.reader = reader;
    this.sections = sections;
    this.history = history;
    this.problems = problems;
  }

  /// The article; empty, with a problem, when its file cannot be understood at all.
  Optional<Article> parse(ArticleFile file) {
    String path = label + "/" + file.path();
    return TextFile.read(file.file(), path, problems)
        .flatMap(text -> FrontMatterBlock.read(text, path, problems))
        .map(block -> article(file, path, block));
  }

  private Article article(ArticleFile file, String path, FrontMatterBlock block) {
    Mapping merged = keys.standard(block.mapping());
    SectionSchema schema = SectionSchema.NONE;
    for (String folder : foldersOutwards(file.folder())) {
      SectionFront section = sections.get(folder);
      if (section != null) {
        merged = FrontMatterKeys.withDefaults(merged, section.cascade());
        schema = schema.within(section.schema());
      }
    }
    schema.check(merged, problems);
    FileName name = name(baseName(file), path, merged);
    Optional<ZonedDateTime> date = name.date().map(d -> Dates.parse(d, config.timezone()));
    FrontMatter frontMatter =
        reader.read(merged, date, SectionPath.title(name.slug()), history.lastCommit(file.path()));
    String slug = Slug.of(name.slug(), config.slugs());
    String section = frontMatter.section().orElseGet(() -> sectionOf(file));
    return new Article(file, path, section, frontMatter, slug, block.bodyLine());
  }

  private static String baseName(ArticleFile file) {
    if (file.isBundle()) {
      return file.folder().substring(file.folder().lastIndexOf('/') + 1);
    }
    return file.name().substring(0, file.name().lastIndexOf('.'));
  }

  /// A date that does not exist is taken for a part of the name, which is a mistake unless the
  /// front matter has another date.
  private FileName name(String baseName, String path, Mapping frontMatter) {
    FileName name = FileName.of(baseName);
    try {
      name.date().ifPresent(d -> Dates.parse(d, config.timezone()));
      return name;
    } catch (DateTimeException e) {
      if (frontMatter.entry(FrontMatterKey.DATE.key()).isEmpty()) {
        problems.add(
            ProblemCode.BAD_DATE,
            Location.of(path),
            "the name of this file starts with a date that does not exist: " + e.getMessage(),
            "rename the file, or add a line 'date: 2016-11-08'");
      }
      return new FileName(Optional.empty(), baseName);
    }
  }

  /// A folder is a section when it lies at the top or has an `_index.md`; other folders only sort
  /// files.
  private String sectionOf(ArticleFile file) {
    String folder = file.folder();
    if (file.isBundle()) {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
    while (folder.contains("/") && !sections.containsKey(folder)) {
      folder = folder.substring(0, folder.lastIndexOf('/'));
    }
    return SectionPath.of(folder, config.slugs());
  }

  private static List<String> foldersOutwards(String folder) {
    List<String> folders = new ArrayList<>();
    String at = folder;
    while (!at.isEmpty()) {
      folders.add(at);
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    folders.add("");
    return folders;
  }
}
