package dev.levee.asset;

import java.util.List;
import java.util.Optional;

/// A file of the theme's assets, with what it names.
///
/// @param name its path below `assets/`
/// @param form what is known of it by its ending
/// @param bytes as they are on disk, or of the CSS that comes of it
/// @param text the same as text, without a byte order mark; empty when nobody looks into it
/// @param module whether it is a script that only a module can be
@SuppressWarnings("ArrayRecordComponent")
record AssetFile(
    String name, Form form, byte[] bytes, String text, List<Link> links, boolean module) {

  enum Form {
    STYLE,
    SCRIPT,
    OTHER
  }

  /// Where a reference leads.
  ///
  /// @param asset the name of the asset; empty when it leads elsewhere
  /// @param rest for an asset the query and fragment behind it, else all that is to stand there
  /// @param part whether that becomes part of this one where it is bundled: a style sheet of a
  ///   style sheet, a script of a script
  record Link(Reference reference, Optional<String> asset, String rest, boolean part) {}

  /// The assets that become part of this one where it is bundled.
  List<String> parts() {
    return links.stream().filter(Link::part).flatMap(l -> l.asset().stream()).toList();
  }

  /// Whether a part of it is to be loaded only when it is asked for.
  boolean hasLaterParts() {
    return links.stream().anyMatch(l -> l.part() && l.reference().kind() == Reference.Kind.LATER);
  }
}
