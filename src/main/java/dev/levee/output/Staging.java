package dev.levee.output;

import dev.levee.output.Output.Bytes;
import dev.levee.output.Output.CopyOf;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Outputs that are rendered but not yet in place, kept on the disk of the destination and not in
/// memory, so that a site with errors changes nothing. Closing it throws away what was not put.
public final class Staging implements AutoCloseable {

  private final Ground ground;
  private final Path folder;
  private final Manifest present;
  private final String damage;
  private final Map<OutputPath, Staged> staged = new ConcurrentHashMap<>();
  private final Set<OutputPath> taken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger files = new AtomicInteger();

  /// @param present what is in the destination now
  /// @param damage why the manifest could not be believed; empty when it could
  Staging(Ground ground, Path folder, Manifest present, String damage) {
    this.ground = ground;
    this.folder = folder;
    this.present = present;
    this.damage = damage;
  }

  /// Takes an output, from any thread. What the destination holds already is not written again.
  ///
  /// @throws IllegalArgumentException when an output of the same path was added before
  public Staged add(Output output) throws IOException {
    OutputPath path = output.path();
    claim(path);
    Staged result;
    try {
      result =
          output.content() instanceof Bytes content
              ? stageBytes(output, content.bytes())
              : stageCopy(output, ((CopyOf) output.content()).file());
    } catch (IOException e) {
      throw FileFault.of("write " + ground.named(path.value()), e);
    }
    staged.put(path, result);
    return result;
  }

  /// Takes an output that was not made again, as the destination holds it.
  ///
  /// @param digest the [prefix][Digest#prefix] of the digest that it must have
  /// @return whether the destination holds it
  public boolean keep(OutputPath path, Kind kind, long digest) {
    Optional<Manifest.Known> known =
        present.known(path).filter(k -> k.kind() == kind && k.digest().prefix() == digest);
    if (known.isEmpty()) {
      return false;
    }
    claim(path);
    staged.put(
        path, new Staged(path, kind, known.get().digest(), known.get().size(), Optional.empty()));
    return true;
  }

  private void claim(OutputPath path) {
    if (!taken.add(path)) {
      throw new IllegalArgumentException("two outputs are to be written to '" + path + "'");
    }
  }

  private Staged stageBytes(Output output, byte[] bytes) throws IOException {
    Digest digest = Digest.of(bytes);
    if (present.holds(output.path(), digest)) {
      return staged(output, digest, bytes.length, Optional.empty());
    }
    Path file = nextFile();
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return staged(output, digest, bytes.length, Optional.of(file));
  }

  private Staged stageCopy(Output output, Path source) throws IOException {
    long size;
    try {
      size = Files.size(source);
      Optional<Manifest.Known> known = present.known(output.path()).filter(k -> k.size() == size);
      if (known.isPresent() && Digest.of(source).equals(known.get().digest())) {
        return staged(output, known.get().digest(), size, Optional.empty());
      }
    } catch (IOException e) {
      throw FileFault.of("read " + source, e);
    }
    Path file = nextFile();
    try (InputStream in = Files.newInputStream(source);
        OutputStream out =
            Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Digest digest = Digest.copying(in, out);
      return staged(output, digest, Files.size(file), Optional.of(file));
    }
  }

  private static Staged staged(Output output, Digest digest, long size, Optional<Path> file) {
    return new Staged(output.path(), output.kind(), digest, size, file);
  }

  private Path nextFile() {
    return folder.resolve(Integer.toString(files.getAndIncrement()));
  }

  /// Why the manifest could not be believed; empty when it could.
  String damage() {
    return damage;
  }

  /// The plan that makes the destination hold what was added and nothing else of ours. Empty when
  /// it cannot be done, the reasons being among the problems: a file of somebody else is in the
  /// way, or two outputs want one place as a file and as a folder.
  public Optional<Plan> plan(Problems problems) throws IOException {
    boolean possible = !outputsClash(problems);
    Plan plan = planOf(staged.values());
    for (Staged put : plan.puts()) {
      Optional<String> obstacle = obstacle(put.path(), plan.previous());
      if (obstacle.isPresent()) {
        possible = false;
        addNotOurs(obstacle.get(), problems);
      }
    }
    return possible ? Optional.of(plan) : Optional.empty();
  }

  Plan planOf(Collection<Staged> outputs) throws IOException {
    SortedMap<OutputPath, Manifest.Entry> ours = new TreeMap<>(present.entries());
    for (OutputPath path : present.entries().keySet()) {
      if (!staged.containsKey(path) && ground.at(path.folder()) != Ground.Thing.FOLDER) {
        ours.remove(path);
      }
    }
    if (!damage.isEmpty()) {
      for (Staged s : outputs) {
        adopt(s, ours);
      }
    }
    return Plan.of(new Manifest(ours), outputs);
  }

  /// A file that equals what is to be written in its place is as good as ours.
  private void adopt(Staged output, Map<OutputPath, Manifest.Entry> ours) throws IOException {
    String path = output.path().value();
    if (ground.at(path) != Ground.Thing.FILE) {
      return;
    }
    var attributes = ground.file(output.path());
    if (attributes.isPresent()
        && attributes.get().size() == output.size()
        && Digest.of(ground.resolve(path)).equals(output.digest())) {
      ours.put(
          output.path(),
          new Manifest.Known(
              output.kind(), output.digest(), output.size(), Ground.nanoseconds(attributes.get())));
    }
  }

  private Optional<String> obstacle(OutputPath path, Manifest ours) throws IOException {
    Optional<String> above = ground.blockAbove(path);
    if (above.isPresent()) {
      boolean leaves =
          ground.at(above.get()) == Ground.Thing.FILE
              && ours.get(OutputPath.of(above.get())).isPresent();
      return leaves ? Optional.empty() : above;
    }
    if (ours.get(path).isPresent()) {
      return Optional.empty();
    }
    return switch (ground.at(path.value())) {
      case NOTHING -> Optional.empty();
      case FILE, OTHER -> Optional.of(path.value());
      case FOLDER -> ground.anyFile(path.value(), f -> ours.get(OutputPath.of(f)).isEmpty());
    };
  }

  private void addNotOurs(String path, Problems problems) {
    String hint = "move it away or remove it; Levee replaces only what it wrote";
    problems.add(
        ProblemCode.FILE_NOT_OURS,
        Location.of(ground.named(path)),
        "Levee did not write '" + ground.named(path) + "', and a file of the site would replace it",
        damage.isEmpty()
            ? hint
            : "the manifest " + damage + "; empty the folder and build the site again");
  }

  private boolean outputsClash(Problems problems) {
    Set<String> folders = new HashSet<>();
    boolean clash = false;
    for (OutputPath path : staged.keySet()) {
      for (String f = path.folder(); !f.isEmpty() && folders.add(f); f = Ground.above(f)) {
        if (staged.containsKey(OutputPath.of(f))) {
          clash = true;
          addClash(f, problems);
        }
      }
    }
    return clash;
  }

  private void addClash(String folder, Problems problems) {
    for (OutputPath path : staged.keySet()) {
      if (path.value().startsWith(folder + "/")) {
        problems.add(
            ProblemCode.DUPLICATE_URL,
            Location.of(ground.named(folder)),
            "'" + folder + "' cannot be both a file and the folder of '" + path + "'",
            "give one of the two pages another address");
      }
    }
  }

  @Override
  public void close() throws IOException {
    DirectoryTarget.removeTree(folder);
  }
}
