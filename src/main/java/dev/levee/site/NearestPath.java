package dev.levee.site;

import dev.levee.content.UrlPath;
import dev.levee.problem.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the path that an author probably meant: part by part the one that is there, else the
/// nearest in the same folder; and when that leads nowhere, a file of the same name elsewhere.
public final class NearestPath {

  /// A folder, or the end of a path, or both.
  private static final class Node {
    private final Map<String, Node> children = new TreeMap<>();
    private @Nullable String path;
  }

  private final Node root = new Node();
  private final Map<String, List<String>> byName = new TreeMap<>();

  /// @param paths in any form: slashes at their ends do not matter
  public NearestPath(Stream<String> paths) {
    paths.sorted().forEach(this::add);
  }

  private void add(String path) {
    List<String> parts = parts(path);
    Node at = root;
    for (String part : parts) {
      at = at.children.computeIfAbsent(part, p -> new Node());
    }
    at.path = path;
    byName.computeIfAbsent(name(parts), n -> new ArrayList<>()).add(path);
  }

  /// The path that is nearest to one that is not there.
  ///
  /// @param wanted which paths come into question
  public Optional<String> to(String path, Predicate<String> wanted) {
    List<String> parts = parts(path);
    return descend(parts, wanted).or(() -> namesake(path, parts, wanted));
  }

  private Optional<String> descend(List<String> parts, Predicate<String> wanted) {
    Node at = root;
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      Predicate<Node> fits =
          last ? n -> n.path != null && wanted.test(n.path) : n -> !n.children.isEmpty();
      Optional<Node> next = child(at, parts.get(i), fits, last);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.ofNullable(at.path);
  }

  private static Optional<Node> child(Node in, String name, Predicate<Node> fits, boolean last) {
    Node same = in.children.get(name);
    if (same != null && fits.test(same)) {
      return Optional.of(same);
    }
    List<String> names =
        in.children.entrySet().stream()
            .filter(e -> fits.test(e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return NearestWord.to(name, names)
        .or(() -> names.stream().filter(n -> last && stem(n).equals(stem(name))).findFirst())
        .map(in.children::get);
  }

  private Optional<String> namesake(String path, List<String> parts, Predicate<String> wanted) {
    List<String> same =
        byName.getOrDefault(name(parts), List.of()).stream().filter(wanted).toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : NearestWord.to(path, same);
  }

  /// What a file is called: its name, and that of its folder where all such files have one name.
  private static String name(List<String> parts) {
    String last = parts.isEmpty() ? "" : parts.getLast().toLowerCase(Locale.ROOT);
    boolean index = stem(last).equals("index") || stem(last).equals("_index");
    return index && parts.size() > 1 ? parts.get(parts.size() - 2) + "/" + last : last;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
  }

  private static List<String> parts(String path) {
    return Stream.of(UrlPath.composed(path).split("/", -1))
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
