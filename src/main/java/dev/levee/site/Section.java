package dev.levee.site;

import dev.levee.content.SectionFront;
import dev.levee.content.UrlPath;
import java.util.List;
import java.util.Optional;

/// A section of the site.
///
/// @param path what identifies it, such as `world/europe`; empty for the home page
/// @param url where its list stands
/// @param front what its `_index.md` says, if it has one
/// @param children the paths of the sections directly inside
/// @param listing its articles and those of the sections inside
public record Section(
    String path,
    UrlPath url,
    String title,
    Optional<SectionFront> front,
    List<String> children,
    Listing listing) {

  public Section {
    children = List.copyOf(children);
  }

  /// The path of the section around this one; empty for the home page and what is directly below.
  public String parent() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// Sections with a weight come first, the lightest on top.
  int rank() {
    int weight = front.map(SectionFront::weight).orElse(0);
    return weight == 0 ? Integer.MAX_VALUE : weight;
  }
}
