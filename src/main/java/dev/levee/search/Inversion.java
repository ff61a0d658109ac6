package dev.levee.search;

import dev.levee.trace.Unpack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the words of articles into the articles of words. Safe to use from several threads.
final class Inversion {

  /// As many postings are collected before they are packed, in a quarter of the memory.
  private static final int FULL = 2_000_000;

  private final List<List<Term>> runs = new ArrayList<>();
  private Map<String, Postings> words = new HashMap<>();
  private int size;

  /// Adds the words of an article.
  synchronized void add(int article, Map<String, Integer> weights) {
    weights.forEach(
        (word, weight) -> words.computeIfAbsent(word, w -> new Postings()).add(article, weight));
    size += weights.size();
    if (size > FULL) {
      pack();
    }
  }

  private void pack() {
    List<Term> run = new ArrayList<>(words.size());
    words.forEach((word, postings) -> run.add(new Term(word, postings.packed())));
    run.sort((a, b) -> a.word().compareTo(b.word()));
    runs.add(Term.unpack(new Unpack(Term.pack(run).bytes())));
    words = new HashMap<>();
    size = 0;
  }

  /// All that was added, in parts each of which is sorted by its words.
  synchronized List<List<Term>> runs() {
    if (size > 0) {
      pack();
    }
    return runs;
  }
}
