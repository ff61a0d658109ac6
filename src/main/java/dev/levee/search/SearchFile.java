package dev.levee.search;

import java.util.function.Supplier;

/// A file of an index.
///
/// @param name in the folder of such files; it says what is in it
/// @param bytes makes them, each time anew
public record SearchFile(String name, Supplier<byte[]> bytes) {

  /// Where it stands, without a slash at its start.
  public String path() {
    return SearchIndex.FOLDER + name;
  }
}
