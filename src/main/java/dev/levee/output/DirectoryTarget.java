package dev.levee.output;

import dev.levee.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A site in a folder. Files are moved in place whole; only files of the manifest are ever replaced
/// or removed, and nothing is written through a symbolic link.
///
/// An open target keeps other builds out of the folder until it is closed.
public final class DirectoryTarget implements Target, AutoCloseable {

  static final String MANIFEST = "manifest";
  private static final String NOTE = "build";
  private static final String STAGING = "staging";

  private final Path own;
  private final FolderLock lock;
  private final Ground ground;
  private final Set<String> emptied = new TreeSet<>(DirectoryTarget::deepestFirst);
  private @Nullable Manifest remembered;

  private DirectoryTarget(Ground ground, FolderLock lock) {
    this.ground = ground;
    this.own = ground.root().resolve(OutputPath.OWN_FOLDER);
    this.lock = lock;
  }

  private static int deepestFirst(String a, String b) {
    int longest = Integer.compare(b.length(), a.length());
    return longest != 0 ? longest : a.compareTo(b);
  }

  /// Whether the folder may be written to: it is empty, or missing, or was written by Levee, and it
  /// neither holds a source folder nor lies in one. Otherwise the reason is among the problems.
  public static boolean check(Path folder, Collection<Path> sources, Problems problems)
      throws IOException {
    return new DestinationCheck(folder, problems).passes(sources);
  }

  /// Takes the folder, which is made when it is missing.
  ///
  /// @throws BusyException when another build has taken it
  /// @throws FileSystemException when it fails the [#check(Path, Collection, Problems)]
  public static DirectoryTarget open(Path folder) throws IOException {
    String name = DestinationCheck.nameOf(folder);
    Problems problems = new Problems();
    if (!check(folder, List.of(), problems)) {
      throw new FileSystemException(name, null, problems.sorted().getFirst().message());
    }
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      Path root = folder.toRealPath();
      Files.createDirectories(root.resolve(OutputPath.OWN_FOLDER));
      return new DirectoryTarget(
          new Ground(root, name), FolderLock.take(root.resolve(OutputPath.OWN_FOLDER), name));
    } catch (BusyException e) {
      throw e;
    } catch (IOException e) {
      throw FileFault.of("write to " + name, e);
    }
  }

  /// Removes what a build that was killed had staged, finds out what is there, and takes outputs.
  public Staging stage() throws IOException {
    Path staging = own.resolve(STAGING);
    ground.forgetAll();
    removeTree(staging);
    ManifestFile.Reading reading = ManifestFile.read(own.resolve(MANIFEST));
    remembered = reading.damage().isEmpty() ? reading.manifest() : null;
    Manifest present = present(reading.manifest());
    Files.createDirectory(staging);
    return new Staging(ground, staging, present, reading.damage());
  }

  /// What the last build left, as it noted that.
  ///
  /// @throws IOException when there was none
  public Manifest noted() throws IOException {
    ManifestFile.Reading reading = ManifestFile.read(own.resolve(MANIFEST));
    if (!reading.damage().isEmpty() || reading.manifest().entries().isEmpty()) {
      throw new IOException(
          "there is no built site in "
              + ground.named("")
              + (reading.damage().isEmpty() ? "" : ": its manifest " + reading.damage()));
    }
    return reading.manifest();
  }

  /// Sees to it that the folder holds what a build left in it.
  ///
  /// @param noted what that noted
  /// @throws IOException when it was stopped, or a file is no longer as it left it
  public void checkIs(Manifest noted) throws IOException {
    ground.forgetAll();
    Manifest present = present(noted);
    for (OutputPath path : noted.entries().keySet()) {
      if (present.known(path).isEmpty()) {
        throw new IOException(
            ground.named(path.value()) + " is not as the last build left it; build the site again");
      }
    }
  }

  /// Keeps a word on the build whose files are about to be put here.
  public void note(String text) throws IOException {
    try {
      Files.writeString(own.resolve(NOTE), text);
    } catch (IOException e) {
      throw FileFault.of("write " + own.resolve(NOTE), e);
    }
  }

  /// The word on the last build; empty where none was kept.
  public String note() throws IOException {
    Path file = own.resolve(NOTE);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /// Where a file is that a build wrote.
  public Path file(OutputPath path) throws IOException {
    return ground.resolve(path.value());
  }

  /// Removes every file that Levee wrote, the folders that this leaves empty, and what it kept of
  /// them. Files of others stay.
  public Applied clean() throws IOException {
    Applied applied;
    try (Staging staging = stage()) {
      if (!staging.damage().isEmpty()) {
        throw new IOException(
            "cannot tell which files of "
                + ground.named("")
                + " are Levee's, as its manifest "
                + staging.damage());
      }
      applied = apply(staging.planOf(List.of()));
    }
    removeTree(own);
    return applied;
  }

  /// Does what was planned. When it fails, or is stopped, the folder holds whole files only and the
  /// next plan goes on from there.
  public Applied apply(Plan plan) throws IOException {
    return plan.apply(this);
  }

  @Override
  public Manifest.Known put(Staged staged) throws IOException {
    String path = staged.path().value();
    Path file =
        staged
            .file()
            .orElseThrow(() -> new IllegalArgumentException(path + " has no content to put"));
    try {
      ground.makeFolders(staged.path().folder());
      long modified = Ground.nanoseconds(Files.readAttributes(file, BasicFileAttributes.class));
      move(file, ground.resolve(path));
      ground.forget(path);
      return new Manifest.Known(staged.kind(), staged.digest(), staged.size(), modified);
    } catch (IOException e) {
      throw FileFault.of("write " + ground.named(path), e);
    }
  }

  private static void move(Path file, Path to) throws IOException {
    try {
      Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      removeEmptyFolders(to);
      Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void delete(OutputPath path) throws IOException {
    try {
      Files.deleteIfExists(ground.resolve(path.value()));
    } catch (IOException e) {
      throw FileFault.of("remove " + ground.named(path.value()), e);
    }
    ground.forget(path.value());
    emptied.add(path.folder());
  }

  /// Keeps the manifest, after removing the folders that deletes have left empty: once it no longer
  /// names a file, nobody would know that the folder was ours.
  @Override
  public void remember(Manifest manifest) throws IOException {
    for (String folder : emptied) {
      removeUpwards(folder);
    }
    emptied.clear();
    if (remembered == null || !manifest.entries().equals(remembered.entries())) {
      ManifestFile.write(own.resolve(MANIFEST), manifest);
      remembered = manifest;
    }
  }

  /// Lets other builds in.
  @Override
  public void close() throws IOException {
    lock.close();
  }

  /// The entries whose files are there, those that somebody changed being in doubt.
  private Manifest present(Manifest manifest) throws IOException {
    SortedMap<OutputPath, Manifest.Entry> present = new TreeMap<>(manifest.entries());
    Set<OutputPath> gone = ConcurrentHashMap.newKeySet();
    Set<OutputPath> changed = ConcurrentHashMap.newKeySet();
    try {
      new ArrayList<>(manifest.entries().entrySet())
          .parallelStream().forEach(e -> compare(e.getKey(), e.getValue(), gone, changed));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (OutputPath path : gone) {
      present.remove(path);
      emptied.add(path.folder());
    }
    for (OutputPath path : changed) {
      present.computeIfPresent(path, (p, entry) -> new Manifest.Doubtful(entry.kind()));
    }
    return new Manifest(present);
  }

  private void compare(
      OutputPath path, Manifest.Entry entry, Set<OutputPath> gone, Set<OutputPath> changed) {
    try {
      var file = ground.file(path);
      if (file.isEmpty()) {
        gone.add(path);
      } else if (entry instanceof Manifest.Known known
          && (known.size() != file.get().size()
              || known.modified() != Ground.nanoseconds(file.get()))) {
        changed.add(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void removeUpwards(String folder) throws IOException {
    for (String f = folder; !f.isEmpty(); f = Ground.above(f)) {
      ground.forget(f);
      if (ground.at(f) != Ground.Thing.FOLDER) {
        continue;
      }
      try {
        Files.deleteIfExists(ground.resolve(f));
        ground.forget(f);
      } catch (DirectoryNotEmptyException e) {
        return;
      } catch (IOException e) {
        throw FileFault.of("remove the folder " + ground.named(f), e);
      }
    }
  }

  private static void removeEmptyFolders(Path top) throws IOException {
    try (Stream<Path> tree = Files.walk(top)) {
      for (Path folder : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(folder);
      }
    }
  }

  static void removeTree(Path top) throws IOException {
    try (Stream<Path> tree = Files.walk(top)) {
      for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw FileFault.of("remove " + top, e);
    }
  }
}
