package dev.levee.config;

import dev.levee.config.SiteConfig.Folders;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads `folders`, which may not lead out of the site nor over its own sources.
final class FolderSettings {

  private final Optional<Fields> group;
  private final String path;
  private final Problems problems;

  /// @param path the name of the settings file, for problems
  FolderSettings(Optional<Fields> group, String path, Problems problems) {
    this.group = group;
    this.path = path;
    this.problems = problems;
  }

  Folders read() {
    Folders folders =
        new Folders(
            folder("content", "content"),
            folder("templates", "templates"),
            folder("destination", "site"));
    for (String source : List.of(folders.content(), folders.templates())) {
      if (overlap(source, folders.destination())) {
        bad(
            group.map(f -> f.at("destination")).orElse(Location.of(path)),
            "the site would be written over '" + source + "'",
            "choose a destination that neither holds it nor lies in it");
      }
    }
    return folders;
  }

  private static boolean overlap(String folder, String other) {
    Path a = Path.of(folder).normalize();
    Path b = Path.of(other).normalize();
    return a.startsWith(b) || b.startsWith(a) || b.toString().isEmpty();
  }

  private String folder(String key, String otherwise) {
    String folder = group.flatMap(f -> f.text(key)).orElse(otherwise).replaceAll("/+$", "");
    boolean unusable = folder.isEmpty() || folder.chars().anyMatch(Character::isISOControl);
    boolean outside =
        folder.startsWith("/")
            || folder.contains("\\")
            || List.of(folder.split("/", -1)).contains("..");
    if (unusable || (outside && !key.equals("destination"))) {
      bad(
          group.map(f -> f.at(key)).orElse(Location.of(path)),
          "'" + folder + "' is not a folder below the site's own",
          "name it relative to " + path);
      return otherwise;
    }
    return folder;
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
