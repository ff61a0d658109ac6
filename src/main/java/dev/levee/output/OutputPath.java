package dev.levee.output;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Where an output stands in the site, such as `news/index.html`: forward slashes, no leading
/// slash, and nothing in it that could lead out of the destination or that a file system cannot
/// hold.
public record OutputPath(String value) implements Comparable<OutputPath> {

  /// The folder inside a destination that holds the manifest and the lock; no output may go there.
  static final String OWN_FOLDER = ".levee";

  private static final int MAX_SEGMENT_BYTES = 255;

  /// @throws IllegalArgumentException when the path is not one that can be written everywhere
  public OutputPath {
    int start = 0;
    while (start >= 0) {
      int slash = value.indexOf('/', start);
      checkSegment(value, value.substring(start, slash < 0 ? value.length() : slash));
      start = slash < 0 ? -1 : slash + 1;
    }
    int first = value.indexOf('/');
    if (OWN_FOLDER.equalsIgnoreCase(first < 0 ? value : value.substring(0, first))) {
      throw unusable(value, "the folder '" + OWN_FOLDER + "' is Levee's own");
    }
  }

  public static OutputPath of(String value) {
    return new OutputPath(value);
  }

  /// The folder that holds this file, without a slash at its end; empty at the top.
  public String folder() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? "" : value.substring(0, slash);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutputPath path && value.equals(path.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(OutputPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static void checkSegment(String path, String segment) {
    if (segment.isEmpty()) {
      throw unusable(path, "a part of it is empty");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw unusable(path, "'" + segment + "' may not be a part of it");
    }
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '\\' || Character.isISOControl(c)) {
        throw unusable(path, "it holds a backslash or a control character");
      }
      if (Character.isSurrogate(c)) {
        if (Character.charCount(segment.codePointAt(i)) == 1) {
          throw unusable(path, "it holds half a character");
        }
        i++;
      }
    }
    if (segment.length() > MAX_SEGMENT_BYTES / 3
        && segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
      throw unusable(path, "a part of it is longer than " + MAX_SEGMENT_BYTES + " bytes");
    }
  }

  private static IllegalArgumentException unusable(String path, String why) {
    return new IllegalArgumentException("'" + path + "' cannot be written: " + why);
  }
}
