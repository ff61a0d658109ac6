package dev.levee.sass;

import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.program.Program;
import dev.levee.source.Theme;
import dev.levee.trace.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The style sheets of a theme that are written in Sass. What comes of one is kept by what all
/// files are that it could take in, so that it is compiled again when any of them is another, and
/// never believed when it is not right. Any number of threads may ask.
public final class Sass {

  /// What Dart Sass is called where it is looked for.
  public static final String NAME = "sass";

  /// Changes when the same files give something else by the same program.
  private static final String VERSION = "levee sass 1";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Theme theme;
  private final String folder;
  private final KeptFiles kept;
  private final Duration limit;
  private final Optional<Program> program;
  private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();
  private @Nullable Sources sources;

  /// What may be taken in.
  ///
  /// @param digest of all of it
  private record Sources(NavigableMap<String, byte[]> files, String digest) {}

  /// @param folder of the theme below which everything is, with a slash at its end
  /// @param path where programs are looked for, see [Program#find]
  /// @param kept keeps what was made
  public Sass(Theme theme, String folder, String path, KeptFiles kept) {
    this(theme, folder, Program.find(NAME, path), kept, LIMIT);
  }

  /// @param limit how long a style sheet may take
  Sass(Theme theme, String folder, Optional<Program> program, KeptFiles kept, Duration limit) {
    this.theme = theme;
    this.folder = folder;
    this.program = program;
    this.kept = kept;
    this.limit = limit;
  }

  /// Whether a file is written in Sass, by its name.
  public static boolean isSass(String name) {
    return name.endsWith(".scss") || name.endsWith(".sass");
  }

  /// Whether it is a style sheet of its own, and not only there for others to take in.
  public static boolean isWhole(String name) {
    return isSass(name) && !name.startsWith("_") && !name.contains("/_");
  }

  /// Whether there is Dart Sass on this machine.
  public boolean isThere() {
    return program.isPresent();
  }

  /// What comes of a style sheet, for which there has to be Dart Sass.
  ///
  /// @param name below the folder
  /// @throws UncheckedIOException when a file cannot be read
  public Compiled compiled(String name) {
    return compiled.computeIfAbsent(
        name,
        n -> {
          try {
            return made(n, program.orElseThrow());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Compiled made(String name, Program dartSass) throws IOException {
    NavigableMap<String, byte[]> files = sources().files();
    List<Problem> strangers = Reach.outside(name, files, this::label);
    if (!strangers.isEmpty()) {
      return Compiled.failed(strangers);
    }
    try {
      String key = key(name, version(dartSass));
      Optional<Compiled> known = kept.read(key).flatMap(Sass::unpacked);
      if (known.isPresent()) {
        return known.get();
      }
      Compiled made = new SassRun(dartSass, limit, files, this::label).compiled(name);
      if (made.problems().stream().noneMatch(p -> p.code() == ProblemCode.BAD_ASSET)) {
        keep(key, made.packed());
      }
      return made;
    } catch (IOException e) {
      return Compiled.failed(List.of(failure(name, e)));
    }
  }

  private static Optional<Compiled> unpacked(byte[] packed) {
    try {
      return Optional.of(Compiled.unpacked(packed));
    } catch (RuntimeException e) {
      return Optional.empty(); // another Levee packed it in another way
    }
  }

  private void keep(String key, byte[] bytes) {
    try {
      kept.write(key, bytes);
    } catch (IOException e) {
      // it is made again in the next build
    }
  }

  private String label(String name) {
    return theme.label(folder + name);
  }

  private Problem failure(String name, IOException e) {
    Problems problems = new Problems();
    problems.add(
        ProblemCode.BAD_ASSET,
        Location.of(label(name)),
        "the program '" + NAME + "' could not compile this: " + e.getMessage(),
        "see that '" + NAME + " --version' says which Dart Sass it is, and build again");
    return problems.added().getFirst();
  }

  private synchronized Sources sources() throws IOException {
    if (sources == null) {
      NavigableMap<String, byte[]> files = new TreeMap<>();
      MessageDigest digest = sha256();
      for (String name : theme.names()) {
        if (name.startsWith(folder) && (isSass(name) || name.endsWith(".css"))) {
          byte[] bytes = theme.read(name);
          files.put(name.substring(folder.length()), bytes);
          // what is said of it names it as people know it, and is kept as well
          String head = name + "\n" + theme.label(name) + "\n" + bytes.length + "\n";
          digest.update(head.getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        }
      }
      sources = new Sources(files, HexFormat.of().formatHex(digest.digest()));
    }
    return sources;
  }

  private String key(String name, String version) throws IOException {
    String all = String.join("\n", VERSION, version, name, sources().digest());
    return HexFormat.of().formatHex(sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
  }

  private static String version(Program dartSass) throws IOException {
    String version = dartSass.version();
    if (!version.matches("[1-9][0-9]*\\.[0-9]+\\.(?s:.*)")) {
      throw new IOException("it is no Dart Sass, but says '" + version + "'");
    }
    return version;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
