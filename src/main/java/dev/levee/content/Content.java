package dev.levee.content;

import dev.levee.source.SourceFile.ResourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that is below the content folder, understood file by file: articles in the order of
/// lists, drafts among them.
///
/// @param sections what each `_index.md` says, by its folder
/// @param authors those of `_data/authors`, by id
/// @param data the files of `_data` by name
public record Content(
    List<Article> articles,
    Map<String, SectionFront> sections,
    Map<String, Author> authors,
    Map<String, @Nullable Object> data,
    List<ResourceFile> resources) {

  public Content {
    articles = articles.stream().sorted().toList();
    sections = Map.copyOf(sections);
    authors = Collections.unmodifiableMap(authors);
    data = Collections.unmodifiableMap(data);
    resources = List.copyOf(resources);
  }
}
