package dev.levee.content;

import dev.levee.config.SiteConfig.SlugStyle;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The path by which a section is known, such as `world/south-east`.
public final class SectionPath {

  private SectionPath() {}

  /// The path of the section that a folder below content is; its names become slugs.
  public static String of(String folder, SlugStyle style) {
    return Arrays.stream(folder.split("/", -1))
        .map(name -> Slug.of(name, style))
        .filter(slug -> !slug.isEmpty())
        .collect(Collectors.joining("/"));
  }

  /// The last part of a path as a title: `world/south-east` is "South east".
  public static String title(String path) {
    String words = path.substring(path.lastIndexOf('/') + 1).replaceAll("[-_]+", " ").strip();
    if (words.isEmpty()) {
      return path;
    }
    int first = words.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + words.substring(Character.charCount(first));
  }
}
