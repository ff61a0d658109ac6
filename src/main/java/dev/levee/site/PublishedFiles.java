package dev.levee.site;

import dev.levee.content.UrlPath;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The addresses of the files below the content folder, as texts name these files.
public final class PublishedFiles {

  /// The files that stand for the folder they are in.
  private static final List<String> INDEX =
      List.of("index.md", "index.markdown", "_index.md", "_index.markdown");

  private static final Pattern TEXT = Pattern.compile("\\.(?i:md|markdown)$");

  private final Map<String, UrlPath> byContentPath;

  /// Made once something is missing.
  private @Nullable NearestPath nearest;

  /// @param byContentPath the address of each published file by its path below the content folder
  PublishedFiles(Map<String, UrlPath> byContentPath) {
    this.byContentPath =
        byContentPath.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> UrlPath.composed(e.getKey()), Map.Entry::getValue, (a, b) -> a));
  }

  /// The address of a file, if it is published.
  Optional<UrlPath> published(String contentPath) {
    return Optional.ofNullable(byContentPath.get(UrlPath.composed(contentPath)));
  }

  /// The address of the file that a path in a text names; a folder is the page that it describes.
  ///
  /// @param folder where the text lies
  Optional<UrlPath> target(String folder, String path) {
    String decoded = Destination.decoded(path);
    Optional<String> file = contentPath(folder, decoded);
    Optional<UrlPath> found = file.flatMap(this::published);
    return found.isPresent() || decoded.startsWith("/") ? found : file.flatMap(this::described);
  }

  private Optional<UrlPath> described(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    return INDEX.stream().flatMap(name -> published(start + name).stream()).findFirst();
  }

  /// The path below the content folder that a path in a text means; empty when it leads out.
  ///
  /// @param path a path relative to `folder`, or from the content folder with a `/` in front
  public static Optional<String> contentPath(String folder, String path) {
    return path.startsWith("/")
        ? Optional.of(path.substring(1))
        : Optional.ofNullable(join(folder, path));
  }

  private static @Nullable String join(String folder, String relative) {
    ArrayDeque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + relative).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return null;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /// The published file that is nearest to a path in a text, as that text has to name it.
  Optional<String> nearestFile(String folder, String path) {
    return nearest(folder, path, file -> true);
  }

  /// The same for a picture, which is no text.
  Optional<String> nearestPicture(String folder, String path) {
    return nearest(folder, path, file -> !TEXT.matcher(file).find());
  }

  private Optional<String> nearest(String folder, String path, Predicate<String> wanted) {
    String decoded = Destination.decoded(path).replace('\\', '/');
    return contentPath(folder, decoded)
        .flatMap(file -> nearest().to(file, wanted))
        .map(file -> decoded.startsWith("/") ? "/" + file : relative(folder, file))
        .map(file -> file.replace(" ", "%20"));
  }

  private synchronized NearestPath nearest() {
    if (nearest == null) {
      nearest = new NearestPath(byContentPath.keySet().stream());
    }
    return nearest;
  }

  private static String relative(String folder, String file) {
    List<String> from = folder.isEmpty() ? List.of() : List.of(folder.split("/", -1));
    List<String> to = List.of(file.split("/", -1));
    int same = 0;
    while (same < from.size() && same < to.size() - 1 && from.get(same).equals(to.get(same))) {
      same++;
    }
    return "../".repeat(from.size() - same) + String.join("/", to.subList(same, to.size()));
  }
}
