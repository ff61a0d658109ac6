package dev.levee.content;

import dev.levee.config.SiteConfig;
import dev.levee.problem.Problems;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.SourceFile.DataFile;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.source.SourceFile.SectionFile;
import dev.levee.source.SourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a whole content folder, its articles in parallel.
public final class ContentReader {

  private ContentReader() {}

  /// What the files of a scanned content folder say.
  ///
  /// @param label what problems call the content folder, such as `content`
  /// @param history when files were committed
  /// @param memory what an earlier build understood, and takes what this one does
  public static Content read(
      SourceTree tree,
      String label,
      SiteConfig config,
      GitHistory history,
      ArticleMemory memory,
      Problems problems) {
    Map<String, @Nullable Object> data =
        new DataFiles(label, problems).read(tree.all(DataFile.class));
    Map<String, Author> authors = authors(data.get("authors"));
    FrontMatterKeys keys = new FrontMatterKeys(config, problems);
    SectionReader sectionReader = new SectionReader(label, config, keys, problems);
    Map<String, SectionFront> sections = new LinkedHashMap<>();
    for (SectionFile file : tree.all(SectionFile.class)) {
      sectionReader.read(file).ifPresent(s -> sections.put(s.folder(), s));
    }
    ArticleParser parser =
        new ArticleParser(label, config, keys, authors.keySet(), sections, history, memory);
    List<Article> articles =
        tree.all(ArticleFile.class).parallelStream()
            .map(file -> parser.parse(file, problems))
            .flatMap(Optional::stream)
            .toList();
    return new Content(articles, sections, authors, data, tree.all(ResourceFile.class));
  }

  /// What the file of an article says now that it was written to.
  ///
  /// @param content what all files said before
  public static Optional<Article> read(
      ArticleFile file,
      Content content,
      String label,
      SiteConfig config,
      GitHistory history,
      Problems problems) {
    FrontMatterKeys keys = new FrontMatterKeys(config, problems);
    return new ArticleParser(
            label,
            config,
            keys,
            content.authors().keySet(),
            content.sections(),
            history,
            ArticleMemory.empty())
        .parse(file, problems);
  }

  private static Map<String, Author> authors(@Nullable Object data) {
    Map<String, Author> authors = new LinkedHashMap<>();
    if (data instanceof Map<?, ?> byId) {
      byId.forEach((id, value) -> add(authors, String.valueOf(id), value));
    } else if (data instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> author && author.get("id") != null) {
          add(authors, String.valueOf(author.get("id")), author);
        }
      }
    }
    return authors;
  }

  private static void add(Map<String, Author> authors, String id, @Nullable Object value) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> data.put(String.valueOf(k), v));
    }
    Object name = value instanceof String text ? text : data.get("name");
    authors.put(id, new Author(id, name == null ? id : name.toString(), data));
  }
}
