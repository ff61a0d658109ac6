package dev.levee.source;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.trace.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The templates and assets that a site has: its own, and beneath them the theme that Levee brings.
public final class Theme {

  private static final String BUILT_IN = "dev/levee/theme/";

  private final Map<String, Path> own;
  private final String label;
  private final NavigableSet<String> names;
  private final Map<String, byte[]> templates = new ConcurrentHashMap<>();

  private Theme(Map<String, Path> own, String label) throws IOException {
    this.own = Map.copyOf(own);
    this.label = label;
    this.names = new TreeSet<>(builtIn());
    names.addAll(own.keySet());
  }

  /// The theme of a site.
  ///
  /// @param folder the site's own templates; need not exist
  /// @param label what problems call that folder, such as `templates`
  /// @param problems takes links that lead out of that folder, which are left out
  /// @throws IOException when the folder cannot be listed
  public static Theme open(Path folder, String label, Problems problems) throws IOException {
    Map<String, Path> own = new HashMap<>();
    Path root = Files.isDirectory(folder) ? folder.toRealPath() : folder;
    for (String name : Files.isDirectory(root) ? filesBelow(root) : Set.<String>of()) {
      if (root.resolve(name).toRealPath().startsWith(root)) {
        own.put(name, root.resolve(name));
      } else {
        problems.add(
            ProblemCode.LINK_OUT_OF_TREE,
            Location.of(label + "/" + name),
            "this link leads out of the folder " + label,
            "copy what it points at into " + label);
      }
    }
    return new Theme(own, label);
  }

  /// The names of all files, with forward slashes, in order; `.ftlh` files and assets alike.
  public List<String> names() {
    return List.copyOf(names);
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  /// What problems call a file: its path for one of the site's own.
  public String label(String name) {
    return isOwn(name) ? label + "/" + name : "built-in theme: " + name;
  }

  /// Whether a file is one of the site's own.
  public boolean isOwn(String name) {
    return own.containsKey(name);
  }

  /// The bytes of a file.
  ///
  /// @throws IOException when there is none of that name, or it cannot be read
  public byte[] read(String name) throws IOException {
    Path file = own.get(name);
    if (file != null) {
      return Files.readAllBytes(file);
    }
    if (names.contains(name)) {
      Optional<byte[]> builtIn = builtIn(name);
      if (builtIn.isPresent()) {
        return builtIn.get();
      }
    }
    throw new IOException("no file " + name + " in the theme");
  }

  /// The bytes of a file as Levee brings it, also where the site has one of the same name; nothing
  /// where Levee has none.
  ///
  /// @throws IOException when it cannot be read
  public Optional<byte[]> builtIn(String name) throws IOException {
    try (InputStream in = Theme.class.getClassLoader().getResourceAsStream(BUILT_IN + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  /// The bytes of a file that is taken into pages. It is read once, so that one that is changed
  /// meanwhile is the same for all who ask.
  ///
  /// @throws IOException when there is none of that name, or it cannot be read
  public byte[] template(String name) throws IOException {
    byte[] known = templates.get(name);
    if (known == null) {
      byte[] bytes = read(name);
      known = templates.putIfAbsent(name, bytes);
      known = known == null ? bytes : known;
    }
    return known;
  }

  /// The hash of a file that is taken into pages. Those that Levee brings are the same while Levee
  /// is.
  public long digest(String name) {
    if (!has(name)) {
      return Hash.ABSENT;
    }
    try {
      return isOwn(name) ? Hash.of(template(name)) : Hash.of(BUILT_IN);
    } catch (IOException e) {
      return Hash.ABSENT; // whoever reads it is told
    }
  }

  private static NavigableSet<String> builtIn() throws IOException {
    Path code = location();
    if (Files.isDirectory(code)) {
      Path folder = code.resolve(BUILT_IN);
      return Files.isDirectory(folder) ? filesBelow(folder) : new TreeSet<>();
    }
    NavigableSet<String> names = new TreeSet<>();
    try (JarFile jar = new JarFile(code.toFile())) {
      jar.stream()
          .filter(e -> !e.isDirectory() && e.getName().startsWith(BUILT_IN))
          .forEach(e -> names.add(e.getName().substring(BUILT_IN.length())));
    }
    return names;
  }

  private static Path location() {
    try {
      URI uri = Theme.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NavigableSet<String> filesBelow(Path folder) throws IOException {
    NavigableSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .filter(name -> !isHidden(name))
          .forEach(names::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return names;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }
}
