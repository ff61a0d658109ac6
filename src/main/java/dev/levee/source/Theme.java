package dev.levee.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The templates and assets that a site has: its own, and beneath them the theme that Levee brings.
public final class Theme {

  private static final String BUILT_IN = "dev/levee/theme/";

  private final @Nullable Path folder;
  private final String label;
  private final NavigableSet<String> names;

  private Theme(@Nullable Path folder, String label, NavigableSet<String> names) {
    this.folder = folder;
    this.label = label;
    this.names = Collections.unmodifiableNavigableSet(names);
  }

  /// The theme of a site.
  ///
  /// @param folder the site's own templates; need not exist
  /// @param label what problems call that folder, such as `templates`
  /// @throws IOException when the folder cannot be listed
  public static Theme open(Path folder, String label) throws IOException {
    NavigableSet<String> names = new TreeSet<>(builtIn());
    if (!Files.isDirectory(folder)) {
      return new Theme(null, label, names);
    }
    names.addAll(filesBelow(folder));
    return new Theme(folder.toRealPath(), label, names);
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
    return ownFile(name).isPresent() ? label + "/" + name : "built-in theme: " + name;
  }

  /// The bytes of a file.
  ///
  /// @throws IOException when there is none of that name, or it cannot be read
  public byte[] read(String name) throws IOException {
    Optional<Path> own = ownFile(name);
    if (own.isPresent()) {
      return Files.readAllBytes(own.get());
    }
    try (InputStream in = Theme.class.getClassLoader().getResourceAsStream(BUILT_IN + name)) {
      if (in == null || !names.contains(name)) {
        throw new IOException("no file " + name + " in the theme");
      }
      return in.readAllBytes();
    }
  }

  private Optional<Path> ownFile(String name) {
    if (folder == null || !names.contains(name)) {
      return Optional.empty();
    }
    Path file = folder.resolve(name).normalize();
    return file.startsWith(folder) && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
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
    try (Stream<Path> files = Files.walk(folder, new FileVisitOption[0])) {
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
