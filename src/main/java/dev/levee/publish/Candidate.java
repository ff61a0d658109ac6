package dev.levee.publish;

import dev.levee.output.OutputPath;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A site that could stand at a target.
///
/// @param commit what git calls the state of its sources; empty where there is no git
/// @param refusals what speaks against it, wherever it is to stand
public record Candidate(
    SortedMap<OutputPath, Item> items, String commit, List<Refusal> refusals, Source source)
    implements Offer {

  public Candidate {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    refusals = List.copyOf(refusals);
  }

  /// One that nothing speaks against.
  public Candidate(SortedMap<OutputPath, Item> items, String commit, Source source) {
    this(items, commit, List.of(), source);
  }

  @Override
  public Collection<OutputPath> paths() {
    return items.keySet();
  }

  @Override
  public Candidate candidate() {
    return this;
  }

  /// Where the bytes of its files come from, for several threads at once.
  @FunctionalInterface
  public interface Source {
    byte[] bytes(OutputPath path, Item item) throws IOException;
  }
}
