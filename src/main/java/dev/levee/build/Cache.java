package dev.levee.build;

import dev.levee.content.ArticleMemory;
import dev.levee.render.Bodies;
import dev.levee.render.FactsMemory;
import dev.levee.source.Stamp;
import dev.levee.trace.KeptFiles;
import dev.levee.trace.Pack;
import dev.levee.trace.Question;
import dev.levee.trace.Unpack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;

/// What a build leaves for the next one, in `.levee/` of the site's folder. It is only ever taken
/// whole: what was cut short, damaged, or left by another Levee or another Java is as good as none.
/// That it cannot be read or written is no fault of a build.
public final class Cache {

  /// Where builds leave what later ones need not do again, in the folder of the site.
  private static final String FOLDER = ".levee";

  private static final String FILE = "build";

  /// What a cache is called while it is written, and a file that is only asked for its time.
  private static final String UNFINISHED = "unfinished-";

  /// A build that has taken longer than this to write its cache was stopped.
  private static final long TOO_LONG = TimeUnit.MINUTES.toNanos(10);

  private static final String IGNORED = ".gitignore";

  /// Changes with what the cache holds and how, so that an older one is not misread.
  private static final String FORM = "levee-cache 2";

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

  /// What is known of articles and their texts.
  public record Texts(ArticleMemory articles, FactsMemory facts) {

    static Texts empty() {
      return new Texts(ArticleMemory.empty(), FactsMemory.empty());
    }
  }

  /// @param source the folder of the site
  public Cache(Path source) {
    this.folder = source.resolve(FOLDER);
  }

  /// Where smaller pictures are kept, whichever Levee made them.
  public Path pictures() {
    return folder.resolve("pictures");
  }

  /// Where style sheets and scripts are kept, likewise.
  public Path assets() {
    return folder.resolve("assets");
  }

  /// Where compressed forms of files are kept, likewise.
  Path compressed() {
    return folder.resolve("compressed");
  }

  /// Where the index for search is kept, likewise.
  public Path search() {
    return folder.resolve("search");
  }

  /// What the last build left, if it can be believed.
  Contents read() {
    return read(Cache::contents, Contents.empty());
  }

  /// As much of it as a preview has a use for.
  public Texts texts() {
    return read(Cache::texts, Texts.empty());
  }

  private <T> T read(BiFunction<Unpack, Long, T> form, T nothing) {
    try {
      // a file that leaves no room for the site is no cache of ours
      if (Files.size(folder.resolve(FILE)) > Runtime.getRuntime().maxMemory() / 4) {
        return nothing;
      }
      byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
      int end = bytes.length - 2 * Long.BYTES;
      if (end < 0) {
        return nothing;
      }
      Unpack sums = new Unpack(bytes, end, bytes.length);
      for (Checksum sum : checksums()) {
        sum.update(bytes, 0, end);
        if (sums.fixed() != sum.getValue()) {
          return nothing;
        }
      }
      Unpack in = new Unpack(bytes, 0, end);
      boolean ours = in.text().equals(FORM) && in.fixed() == Tool.fingerprint();
      return ours ? form.apply(in, in.fixed()) : nothing;
    } catch (IOException | RuntimeException e) {
      return nothing;
    }
  }

  /// See [dev.levee.trace.Hash] for why these two.
  private static List<Checksum> checksums() {
    return List.of(new CRC32(), new CRC32C());
  }

  /// @param scanned when the build began to look at files
  private static Contents contents(Unpack in, long scanned) {
    Texts texts = texts(in, scanned);
    return new Contents(
        texts.articles, texts.facts, FileMemory.unpack(in, scanned), Traces.unpack(in));
  }

  private static Texts texts(Unpack in, long scanned) {
    return new Texts(ArticleMemory.unpack(in, scanned), FactsMemory.unpack(in));
  }

  /// The present moment on the clock of the file system that the cache is on; 0 when that cannot be
  /// told, and nothing will be trusted.
  public long moment() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(IGNORED), "*\n"); // itself as well
      }
      Path file = unfinished();
      try {
        Files.createFile(file);
        return Stamp.of(file).modified();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return 0;
    }
  }

  private Path unfinished() {
    return folder.resolve(UNFINISHED + Long.toString(System.nanoTime(), Character.MAX_RADIX));
  }

  /// Removes what was kept.
  void clear() throws IOException {
    removeUnfinished(Long.MAX_VALUE);
    Files.deleteIfExists(folder.resolve(FILE));
    for (Path kept : List.of(pictures(), assets(), compressed(), search())) {
      KeptFiles.clear(kept);
    }
    try (Stream<Path> rest = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      if (rest.allMatch(file -> file.endsWith(IGNORED))) {
        Files.deleteIfExists(folder.resolve(IGNORED));
        Files.deleteIfExists(folder);
      }
    }
  }

  /// Removes what builds that were stopped have left.
  ///
  /// @param before since when it has to lie there, in nanoseconds since 1970
  private void removeUnfinished(long before) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
      for (Path file : files) {
        if (Stamp.of(file).modified() < before) {
          Files.deleteIfExists(file);
        }
      }
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
    Path next = unfinished();
    try {
      removeUnfinished(scanned - TOO_LONG);
      List<Checksum> sums = checksums();
      try (OutputStream file = Files.newOutputStream(next, StandardOpenOption.CREATE_NEW);
          OutputStream first = new CheckedOutputStream(file, sums.getFirst());
          OutputStream both = new CheckedOutputStream(first, sums.getLast())) {
        Pack pack = new Pack(both);
        pack.text(FORM).fixed(Tool.fingerprint()).fixed(scanned);
        before.articles.pack(pack);
        bodies.pack(pack);
        before.files.pack(pack);
        traces.pack(answer, pack);
        pack.flush();
        Pack end = new Pack();
        sums.forEach(sum -> end.fixed(sum.getValue()));
        file.write(end.bytes());
      }
      Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UncheckedIOException e) {
      discard(next); // the next build does without
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it is left where nobody looks at it
    }
  }
}
