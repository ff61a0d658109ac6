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
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    List<SourceFile> files = new Scan(root.toRealPath(), label, problems).files();
    files.sort((a, b) -> a.path().compareTo(b.path()));
    return new SourceTree(root, files);
  }

  /// The files of one kind, in order.
  public <T extends SourceFile> List<T> all(Class<T> kind) {
    return files.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The tree after some of its files were written to, which are looked at and no others; nothing
  /// when files came or went, so that the folder has to be scanned again.
  ///
  /// @param changed files in the folder as its [#root] calls it, or what else may have been there
  public Optional<SourceTree> after(Collection<Path> changed) {
    List<SourceFile> now = new ArrayList<>(files);
    for (Path path : changed) {
      String name = root.relativize(path).toString().replace('\\', '/');
      int at = indexOf(name);
      if (at < 0) {
        boolean came = Files.exists(path) && !isOutside(name);
        if (came || isFolder(name)) {
          return Optional.empty();
        }
        continue;
      }
      SourceFile file = files.get(at);
      // a link has to be looked at for where it leads
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      try {
        now.set(at, file.stamped(Stamp.of(file.file())));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new SourceTree(root, now));
  }

  /// The files that were looked at again since an earlier tree with the same ones.
  public List<SourceFile> changedSince(SourceTree before) {
    List<SourceFile> changed = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!Objects.equals(files.get(i), before.files.get(i))) {
        changed.add(files.get(i));
      }
    }
    return changed;
  }

  /// Whether there were files in it.
  private boolean isFolder(String path) {
    int next = -1 - indexOf(path + "/");
    return next < files.size() && files.get(next).path().startsWith(path + "/");
  }

  /// As `Collections.binarySearch` says it.
  private int indexOf(String path) {
    int from = 0;
    int to = files.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = files.get(middle).path().compareTo(path);
      if (order == 0) {
        return middle;
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle - 1;
    }
    return -1 - from;
  }

  /// Whether a scan passes over a path, wherever in it the reason lies.
  private static boolean isOutside(String path) {
    return !path.startsWith(DATA + "/")
        && List.of(path.split("/")).stream().anyMatch(SourceTree::isHidden);
  }

  private static final Pattern INDEX =
      Pattern.compile("_index\\.(md|markdown)", Pattern.CASE_INSENSITIVE);

  /// What editors leave beside a file, which may hold the text of a draft.
  private static final Pattern LEFTOVER =
      Pattern.compile(".*(~|\\.swp|\\.swo|\\.bak|\\.orig|\\.tmp)|#.*#", Pattern.CASE_INSENSITIVE);

  /// The folder of data at the top.
  private static final String DATA = "_data";

  /// Where Jekyll has its articles.
  private static final String POSTS = "_posts";

  /// What Java puts for a letter of a file name that the machine's character set cannot hold.
  private static final char LOST_LETTER = '\uFFFD';

  /// Whether a file or folder of this name is left out, wherever it lies.
  public static boolean isHidden(String name) {
    boolean marked = name.startsWith("_") || name.startsWith(".");
    return (marked && !INDEX.matcher(name).matches()) || LEFTOVER.matcher(name).matches();
  }

  /// Looks at all folders of one depth at a time, and at everything in them, in parallel.
  private static final class Scan {
    private final Path root;
    private final int rootLength;
    private final String label;
    private final Problems problems;
    private final Queue<SourceFile> files = new ConcurrentLinkedQueue<>();

    Scan(Path root, String label, Problems problems) {
      this.root = root;
      String start = root.toString();
      this.rootLength = start.length() + (start.endsWith(File.separator) ? 0 : 1);
      this.label = label;
      this.problems = problems;
    }

    List<SourceFile> files() throws IOException {
      List<Path> inside = list(root);
      while (!inside.isEmpty()) {
        inside =
            inside.parallelStream()
                .filter(this::isFolder)
                .flatMap(folder -> listed(folder).stream())
                .toList();
      }
      return new ArrayList<>(files);
    }

    private static List<Path> list(Path folder) throws IOException {
      List<Path> inside = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(inside::add);
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
      return inside;
    }

    private List<Path> listed(Path folder) {
      try {
        return list(folder);
      } catch (IOException e) {
        unreadable(pathOf(folder), e);
        return List.of();
      }
    }

    /// Takes what is there when it is a file.
    ///
    /// @return whether it is a folder to look into
    private boolean isFolder(Path at) {
      String path = pathOf(at);
      boolean hidden = isHidden(at.getFileName().toString());
      if (hidden && !path.equals(DATA) && !path.startsWith(DATA + "/")) {
        if (at.endsWith(POSTS)) {
          problems.add(
              ProblemCode.UNPUBLISHED_FOLDER,
              at(path),
              "nothing in this folder is published, as its name starts with _",
              "rename it to " + POSTS.substring(1));
        }
        return false;
      }
      try {
        Found found = Found.at(at);
        if (found.isFolder()) {
          return !hidden || path.equals(DATA);
        }
        if (found.isLink()) {
          followed(at, path);
        } else if (found.isFile()) {
          add(at, path, found.stamp());
        }
      } catch (IOException e) {
        unreadable(path, e);
      }
      return false;
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
        add(link, path, Stamp.of(link));
      }
    }

    private void add(Path file, String path, Stamp stamp) {
      String name = file.getFileName().toString();
      boolean data = path.startsWith(DATA + "/");
      if (!data && isHidden(name)) {
        return;
      }
      if (path.indexOf(LOST_LETTER) >= 0) {
        problems.add(
            ProblemCode.UNREADABLE_FILE,
            at(path),
            "the name of this file cannot be read here",
            "set LC_ALL=C.UTF-8");
      } else if (data) {
        files.add(new DataFile(path, file, stamp));
      } else if (INDEX.matcher(name).matches()) {
        files.add(new SectionFile(path, file, stamp));
      } else {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean article = lower.endsWith(".md") || lower.endsWith(".markdown");
        files.add(
            article ? new ArticleFile(path, file, stamp) : new ResourceFile(path, file, stamp));
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
