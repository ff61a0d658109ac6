package dev.levee.publish;

import dev.levee.output.OutputPath;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A site that could stand at a target.
///
/// @param commit what git calls the state of its sources; empty where there is no git
public record Candidate(SortedMap<OutputPath, Item> items, String commit, Source source) {

  public Candidate {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
  }

  /// Where the bytes of its files come from, for several threads at once.
  @FunctionalInterface
  public interface Source {
    byte[] bytes(OutputPath path, Item item) throws IOException;
  }
}
