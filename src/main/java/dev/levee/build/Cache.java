package dev.levee.build;

import dev.levee.content.ArticleMemory;
import dev.levee.render.Bodies;
import dev.levee.render.FactsMemory;
import dev.levee.source.Stamp;
import dev.levee.trace.Hash;
import dev.levee.trace.Pack;
import dev.levee.trace.Question;
import dev.levee.trace.Unpack;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// What a build leaves for the next one, in `.levee/` of the site's folder. It is only ever taken
/// whole: what was cut short, damaged, or left by another Levee or another Java is as good as none.
/// That it cannot be read or written is no fault of a build.
final class Cache {

  private static final String FILE = "build";
  private static final String IGNORED = ".gitignore";

  /// Changes with what the cache holds and how, so that an older one is not misread.
  private static final String FORM = "levee-cache 1";

  private final Path folder;

  /// @param articles what is known of files of articles
  /// @param facts what is known of their texts
  /// @param files what is known of other files
  /// @param traces what each route asked
  record Contents(ArticleMemory articles, FactsMemory facts, FileMemory files, Traces traces) {

    static Contents empty() {
      return new Contents(
          ArticleMemory.empty(), FactsMemory.empty(), FileMemory.empty(), Traces.empty());
    }
  }

  /// @param source the folder of the site
  Cache(Path source) {
    this.folder = source.resolve(".levee");
  }

  /// What the last build left, if it can be believed.
  Contents read() {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
      int end = bytes.length - Long.BYTES;
      if (end < 0) {
        return Contents.empty();
      }
      byte[] body = Arrays.copyOf(bytes, end);
      Unpack sum = new Unpack(Arrays.copyOfRange(bytes, end, bytes.length));
      if (sum.fixed() != Hash.of(body)) {
        return Contents.empty();
      }
      return unpack(new Unpack(body));
    } catch (IOException | RuntimeException e) {
      return Contents.empty();
    }
  }

  private static Contents unpack(Unpack in) throws IOException {
    if (!in.text().equals(FORM) || in.fixed() != Tool.fingerprint()) {
      return Contents.empty();
    }
    long scanned = in.fixed();
    return new Contents(
        ArticleMemory.unpack(in.pack(), scanned),
        FactsMemory.unpack(in.pack()),
        FileMemory.unpack(in.pack(), scanned),
        Traces.unpack(in.pack()));
  }

  /// The present moment on the clock of the file system that the cache is on; 0 when that cannot be
  /// told, and nothing will be trusted.
  long moment() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(IGNORED), "*\n"); // itself as well
      }
      Path file = Files.createTempFile(folder, "now", "");
      try {
        return Stamp.of(file).modified();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return 0;
    }
  }

  /// Removes what was kept.
  void clear() throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
    Files.deleteIfExists(folder.resolve(IGNORED));
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // what is left is not the cache's
    }
  }

  /// Keeps what this build knows, if it is anything new. A build that is stopped meanwhile leaves
  /// the older cache.
  ///
  /// @param before what the last build had left
  /// @param answer gives the answers to questions that were not asked before
  /// @param scanned the [#moment] before the first file was looked at
  void write(
      Contents before,
      Bodies bodies,
      Traces.Recorder traces,
      ToLongFunction<Question> answer,
      long scanned) {
    if (!before.articles.isNews() && !before.files.isNews() && !traces.isNews()) {
      return;
    }
    try {
      Pack pack = new Pack().text(FORM).fixed(Tool.fingerprint()).fixed(scanned);
      pack.pack(packed(before.articles::pack));
      pack.pack(packed(bodies::pack));
      pack.pack(packed(before.files::pack));
      pack.pack(packed(p -> traces.pack(answer, p)));
      byte[] body = pack.bytes();
      Path next = Files.createTempFile(folder, FILE, "");
      try (OutputStream out = Files.newOutputStream(next)) {
        out.write(body);
        out.write(new Pack().fixed(Hash.of(body)).bytes());
      }
      Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // the next build does without
    }
  }

  private static Pack packed(Consumer<Pack> content) {
    Pack pack = new Pack();
    content.accept(pack);
    return pack;
  }
}
