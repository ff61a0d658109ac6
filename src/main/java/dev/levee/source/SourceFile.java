package dev.levee.source;

import java.nio.file.Path;

/// A file below the content folder, by what it is for.
public sealed interface SourceFile {

  /// The path relative to the content folder, with forward slashes.
  String path();

  Path file();

  /// What the file system said of the file when the tree was scanned; of what a link leads to.
  Stamp stamp();

  /// The same file after it was written to.
  SourceFile stamped(Stamp now);

  /// The folder that holds the file, relative to the content folder; empty at the top.
  default String folder() {
    return path().substring(0, Math.max(0, path().lastIndexOf('/')));
  }

  /// The name of the file within its folder.
  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  /// A Markdown article.
  record ArticleFile(String path, Path file, Stamp stamp) implements SourceFile {
    @Override
    public ArticleFile stamped(Stamp now) {
      return new ArticleFile(path, file, now);
    }

    /// Whether the article is its folder, with everything else in it.
    public boolean isBundle() {
      return name().equalsIgnoreCase("index.md") || name().equalsIgnoreCase("index.markdown");
    }
  }

  /// An `_index.md`, which describes the section that its folder is.
  record SectionFile(String path, Path file, Stamp stamp) implements SourceFile {
    @Override
    public SectionFile stamped(Stamp now) {
      return new SectionFile(path, file, now);
    }
  }

  /// A file of `_data`.
  record DataFile(String path, Path file, Stamp stamp) implements SourceFile {
    @Override
    public DataFile stamped(Stamp now) {
      return new DataFile(path, file, now);
    }
  }

  /// A picture or any other file that is published as it is.
  record ResourceFile(String path, Path file, Stamp stamp) implements SourceFile {
    @Override
    public ResourceFile stamped(Stamp now) {
      return new ResourceFile(path, file, now);
    }
  }
}
