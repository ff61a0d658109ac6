package dev.levee.source;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.SourceFile.DataFile;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.source.SourceFile.SectionFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The files below the content folder, sorted by path so that no file system's order shows.
///
/// @param root the folder that was scanned
public record SourceTree(Path root, List<SourceFile> files) {

  public SourceTree {
    files = List.copyOf(files);
  }

  /// Lists what is in a folder. Names that start with `_` or `.` are left out, but for `_index.md`
  /// and what is in `_data` at the top.
  ///
  /// @param label what problems call the folder, such as `content`
  /// @throws IOException when the folder cannot be read at all
  public static SourceTree scan(Path root, String label, Problems problems) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    Path real = root.toRealPath();
    Files.walkFileTree(real, new Scan(real, label, problems, files));
    files.sort(Comparator.comparing(SourceFile::path));
    return new SourceTree(root, files);
  }

  /// The files of one kind, in order.
  public <T extends SourceFile> List<T> all(Class<T> kind) {
    return files.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static final Pattern INDEX =
      Pattern.compile("_index\\.(md|markdown)", Pattern.CASE_INSENSITIVE);

  /// What editors leave beside a file, which may hold the text of a draft.
  private static final Pattern LEFTOVER =
      Pattern.compile(".*(~|\\.swp|\\.swo|\\.bak|\\.orig|\\.tmp)|#.*#", Pattern.CASE_INSENSITIVE);

  /// What Java puts for a letter of a file name that the machine's character set cannot hold.
  private static final char LOST_LETTER = '\uFFFD';

  /// Whether a file or folder of this name is left out, wherever it lies.
  public static boolean isHidden(String name) {
    boolean marked = name.startsWith("_") || name.startsWith(".");
    return (marked && !INDEX.matcher(name).matches()) || LEFTOVER.matcher(name).matches();
  }

  private static final class Scan extends SimpleFileVisitor<Path> {
    private final Path root;
    private final int rootLength;
    private final String label;
    private final Problems problems;
    private final List<SourceFile> files;

    Scan(Path root, String label, Problems problems, List<SourceFile> files) {
      this.root = root;
      String start = root.toString();
      this.rootLength = start.length() + (start.endsWith(File.separator) ? 0 : 1);
      this.label = label;
      this.problems = problems;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      String name = folder.getFileName().toString();
      boolean data = folder.equals(root.resolve("_data"));
      return !data && isHidden(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = pathOf(file);
      if (attributes.isSymbolicLink()) {
        followed(file, path);
      } else if (attributes.isRegularFile()) {
        add(file, path, attributes.size());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      unreadable(pathOf(file), e);
      return FileVisitResult.CONTINUE;
    }

    private void followed(Path link, String path) throws IOException {
      if (isHidden(link.getFileName().toString())) {
        return;
      }
      if (!Files.exists(link)) {
        problems.add(ProblemCode.UNREADABLE_FILE, at(path), "this link points at nothing");
      } else if (!link.toRealPath().startsWith(root)) {
        problems.add(
            ProblemCode.LINK_OUT_OF_TREE,
            at(path),
            "this link leads out of the folder " + label,
            "copy what it points at into " + label);
      } else if (Files.isDirectory(link)) {
        problems.add(ProblemCode.LINK_OUT_OF_TREE, at(path), "links to folders are not followed");
      } else if (Files.isRegularFile(link)) {
        add(link, path, Files.size(link));
      }
    }

    private void add(Path file, String path, long size) {
      if (path.indexOf(LOST_LETTER) >= 0) {
        problems.add(
            ProblemCode.UNREADABLE_FILE,
            at(path),
            "the name of this file cannot be read here",
            "set LC_ALL=C.UTF-8");
        return;
      }
      String name = file.getFileName().toString();
      if (path.startsWith("_data/")) {
        files.add(new DataFile(path, file, size));
      } else if (INDEX.matcher(name).matches()) {
        files.add(new SectionFile(path, file, size));
      } else if (!isHidden(name)) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean article = lower.endsWith(".md") || lower.endsWith(".markdown");
        files.add(article ? new ArticleFile(path, file, size) : new ResourceFile(path, file, size));
      }
    }

    private void unreadable(String path, IOException e) {
      problems.add(
          ProblemCode.UNREADABLE_FILE,
          at(path),
          "this cannot be read: " + e.getClass().getSimpleName(),
          "check its permissions");
    }

    private Location at(String path) {
      return Location.of(label + "/" + path);
    }

    private String pathOf(Path file) {
      return file.toString().substring(rootLength).replace('\\', '/');
    }
  }
}
