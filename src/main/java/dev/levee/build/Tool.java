package dev.levee.build;

import dev.levee.trace.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Which Levee and which Java this is.
final class Tool {

  /// The fingerprint, once it was asked for: what runs stays what it is.
  private static final AtomicLong KNOWN = new AtomicLong();

  private Tool() {}

  /// A number that another version of Levee, of one of its libraries, of its theme or of Java does
  /// not have. It is made from the checksums that the jar lists, its manifest with the names of the
  /// libraries among them, so that the jar need not be read.
  static long fingerprint() throws IOException {
    if (KNOWN.get() == 0) {
      KNOWN.set(read());
    }
    return KNOWN.get();
  }

  private static long read() throws IOException {
    Hash hash = new Hash().add(Runtime.version().toString());
    Path code = code();
    if (Files.isDirectory(code)) {
      addFolder(code, hash);
      return hash.value();
    }
    try (JarFile jar = new JarFile(code.toFile(), false)) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        hash.add(entry.getName()).add(entry.getCrc());
      }
    }
    return hash.value();
  }

  private static void addFolder(Path folder, Hash hash) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        hash.add(folder.relativize(file).toString());
        hash.add(Files.size(file)).add(Files.getLastModifiedTime(file).toMillis());
      }
    }
  }

  private static Path code() {
    try {
      URI uri = Tool.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
