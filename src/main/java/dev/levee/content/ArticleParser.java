package dev.levee.content;

import dev.levee.config.SiteConfig;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.TextFile;
import dev.levee.trace.Hash;
import dev.levee.yaml.YamlNode.Mapping;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Understands one article's file: its front matter together with what the sections around it give,
/// and where its body starts. Safe to use from several threads.
final class ArticleParser {

  private final String label;
  private final SiteConfig config;
  private final FrontMatterKeys keys;
  private final Set<String> authors;
  private final Map<String, SectionFront> sections;
  private final GitHistory history;
  private final ArticleMemory memory;
  private final long common;

  /// The hash of what a folder's articles are made from beside their files.
  private final Map<String, Long> inherited = new ConcurrentHashMap<>();

  /// @param authors the ids that authors may have; any is right when it is empty
  /// @param memory what is known of files that have not changed
  ArticleParser(
      String label,
      SiteConfig config,
      FrontMatterKeys keys,
      Set<String> authors,
      Map<String, SectionFront> sections,
      GitHistory history,
      ArticleMemory memory) {
    this.label = label;
    this.config = config;
    this.keys = keys;
    this.authors = Set.copyOf(authors);
    this.sections = sections;
    this.history = history;
    this.memory = memory;
    Hash hash = new Hash().add(config.frontMatterDigest()).add(label);
    this.authors.stream().sorted().forEach(hash::add);
    this.common = hash.value();
  }

  /// The article; empty, with a problem, when its file cannot be understood at all.
  Optional<Article> parse(ArticleFile file, Problems problems) {
    ZoneId zone = config.timezone();
    long context = context(file);
    Optional<Article> known = memory.recall(file, context, zone, problems);
    if (known.isPresent()) {
      return known;
    }
    String path = label + "/" + file.path();
    Optional<String> text = TextFile.read(file.file(), path, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    long hash = Hash.of(text.get());
    return memory
        .recall(file, hash, context, zone, problems)
        .or(() -> {
          Problems own = new Problems();
          Optional<Article> article = understood(file, path, text.get(), own);
          problems.addAll(own.added());
          article.ifPresent(a -> memory.note(a, hash, context, own.added()));
          return article;
        });
  }

  /// The hash of all that the article is made from beside its own file.
  private long context(ArticleFile file) {
    Instant commit = history.lastCommit(file.path()).orElse(Instant.MIN);
    return new Hash().add(inherited(file.folder())).add(commit.getEpochSecond()).value();
  }

  private long inherited(String folder) {
    Long known = inherited.get(folder);
    if (known == null) {
      SectionFront section = sections.get(folder);
      known =
          new Hash()
              .add(folder.isEmpty() ? common : inherited(above(folder)))
              .add(section == null ? Hash.ABSENT : section.digest())
              .value();
      inherited.put(folder, known);
    }
    return known;
  }

  private Optional<Article> understood(
      ArticleFile file, String path, String text, Problems problems) {
    return FrontMatterBlock.read(text, path, problems)
        .map(block -> article(file, path, text, block, problems));
  }

  private Article article(
      ArticleFile file, String path, String text, FrontMatterBlock block, Problems problems) {
    Mapping merged = keys.standard(block.mapping(), problems);
    SectionSchema schema = SectionSchema.NONE;
    for (String folder : foldersOutwards(file.folder())) {
      SectionFront section = sections.get(folder);
      if (section != null) {
        merged = FrontMatterKeys.withDefaults(merged, section.cascade());
        schema = schema.within(section.schema());
      }
    }
    schema.check(merged, problems);
    FileName name = name(baseName(file), path, merged, problems);
    Optional<ZonedDateTime> date = name.date().map(d -> Dates.parse(d, config.timezone()));
    Optional<Instant> commit = history.lastCommit(file.path());
    FrontMatter frontMatter =
        new FrontMatterReader(config, authors, problems)
            .read(merged, date, SectionPath.title(name.slug()), commit);
    String slug = Slug.of(name.slug(), config.slugs());
    String section = frontMatter.section().orElseGet(() -> sectionOf(file));
    return new Article(
        file,
        path,
        section,
        frontMatter,
        slug,
        block.bodyLine(),
        ArticleCodec.digest(path, section, frontMatter, slug),
        Article.digest(text.substring(block.bodyStart()), block.bodyLine()));
  }

  private static String baseName(ArticleFile file) {
    if (file.isBundle()) {
      return file.folder().substring(file.folder().lastIndexOf('/') + 1);
    }
    return file.name().substring(0, file.name().lastIndexOf('.'));
  }

  /// A date that does not exist is taken for a part of the name, which is a mistake unless the
  /// front matter has another date.
  private FileName name(String baseName, String path, Mapping frontMatter, Problems problems) {
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
      folder = above(folder);
    }
    while (folder.contains("/") && !sections.containsKey(folder)) {
      folder = above(folder);
    }
    return SectionPath.of(folder, config.slugs());
  }

  private static List<String> foldersOutwards(String folder) {
    List<String> folders = new ArrayList<>();
    String at = folder;
    while (!at.isEmpty()) {
      folders.add(at);
      at = above(at);
    }
    folders.add("");
    return folders;
  }

  private static String above(String folder) {
    return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
  }
}
