package dev.levee.output;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// Asks whether a folder may be written to, before anything in it is touched.
final class DestinationCheck {

  private static final String CHOOSE = "choose an empty folder";

  private final Path destination;
  private final String name;
  private final Problems problems;

  DestinationCheck(Path destination, Problems problems) {
    this.destination = destination;
    this.name = nameOf(destination);
    this.problems = problems;
  }

  static String nameOf(Path folder) {
    return folder.toString().replace('\\', '/');
  }

  boolean passes(Collection<Path> sources) throws IOException {
    for (Path source : sources) {
      if (overlaps(source)) {
        return false;
      }
    }
    if (!Files.exists(destination)) {
      return true;
    }
    if (!Files.isDirectory(destination)) {
      return refuse("'" + name + "' is a file, and a site needs a folder", CHOOSE);
    }
    Path own = destination.resolve(OutputPath.OWN_FOLDER);
    if (Files.exists(own, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      return refuse("'" + nameOf(own) + "' is not a folder of Levee's", "remove it");
    }
    if (Files.exists(own.resolve(DirectoryTarget.MANIFEST), LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    Optional<String> foreign = foreignFile();
    return foreign.isEmpty()
        || refuse(
            "'" + name + "' holds files that Levee did not write, such as '" + foreign.get() + "'",
            CHOOSE + ", or move or remove what is in this one");
  }

  private Optional<String> foreignFile() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(destination)) {
      String first = null;
      for (Path file : files) {
        String found = String.valueOf(file.getFileName());
        if (!found.startsWith(".") && (first == null || found.compareTo(first) < 0)) {
          first = found;
        }
      }
      return Optional.ofNullable(first);
    } catch (IOException e) {
      throw FileFault.of("read " + name, e);
    }
  }

  private boolean overlaps(Path source) throws IOException {
    Path to = real(destination);
    Path from = real(source);
    String its = "the source folder '" + nameOf(source) + "'";
    if (to.equals(from)) {
      refuse("'" + name + "' is " + its, CHOOSE);
    } else if (to.startsWith(from)) {
      refuse("'" + name + "' lies in " + its, CHOOSE + " outside the sources");
    } else if (from.startsWith(to)) {
      refuse("'" + name + "' holds " + its, CHOOSE + " outside the sources");
    } else {
      return false;
    }
    return true;
  }

  /// The path without links, as far as it exists.
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (Files.exists(absolute) || parent == null) {
      return absolute.toRealPath();
    }
    return real(parent).resolve(String.valueOf(absolute.getFileName()));
  }

  private boolean refuse(String message, String hint) {
    problems.add(ProblemCode.NOT_A_SITE, Location.of(name), message, hint);
    return false;
  }
}
