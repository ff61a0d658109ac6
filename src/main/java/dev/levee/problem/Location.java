package dev.levee.problem;

/// A place in a file.
///
/// @param path the file, relative to the folder of the site and with forward slashes; empty when no
///   single file is at fault
/// @param line the line, counted from 1; 0 when the whole file is meant
/// @param column the column in UTF-16 units, counted from 1; 0 when the whole line is meant
public record Location(String path, int line, int column) implements Comparable<Location> {

  /// The whole file at `path`.
  public static Location of(String path) {
    return new Location(path, 0, 0);
  }

  /// No file: the problem lies in the command line or in the site as a whole.
  public static Location none() {
    return new Location("", 0, 0);
  }

  @Override
  public int compareTo(Location other) {
    int byPath = path.compareTo(other.path);
    if (byPath != 0) {
      return byPath;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /// `path:line:column`, leaving out what is not known.
  @Override
  public String toString() {
    if (line == 0) {
      return path;
    }
    return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
  }
}
