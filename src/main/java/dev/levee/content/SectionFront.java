package dev.levee.content;

import dev.levee.content.FrontMatter.Image;
import dev.levee.content.FrontMatter.Layout;
import dev.levee.yaml.YamlNode.Mapping;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an `_index.md` says of the section that its folder is; the one at the top describes the
/// home page.
///
/// @param folder the folder below content, as it is named on disk; empty at the top
/// @param label the path that problems show
/// @param cascade front matter that the articles below take where they say nothing themselves
/// @param bodyLine the line at which the section's own text starts
/// @param digest the hash of all but that text
/// @param textDigest the hash of the text and of where it starts
public record SectionFront(
    String folder,
    String label,
    String title,
    String tagline,
    String dek,
    String description,
    int weight,
    Optional<Image> image,
    Optional<Layout> layout,
    Map<String, @Nullable Object> params,
    Mapping cascade,
    SectionSchema schema,
    String body,
    int bodyLine,
    long digest,
    long textDigest) {

  /// The keys of an `_index.md`.
  public static final List<String> KEYS =
      List.of(
          "title",
          "tagline",
          "dek",
          "description",
          "weight",
          "image",
          "layout",
          "params",
          "cascade",
          "schema");

  public SectionFront {
    params = Collections.unmodifiableMap(params);
  }

  /// The path of the file below the content folder.
  public String file() {
    String name = label.substring(label.lastIndexOf('/') + 1);
    return folder.isEmpty() ? name : folder + "/" + name;
  }
}
