package dev.levee.search;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Puts terms of several sources together, among them those of an earlier index.
final class Merge {

  private final int[] numbers;
  private final PriorityQueue<Source> sources =
      new PriorityQueue<>((a, b) -> a.peek().word().compareTo(b.peek().word()));

  /// Terms that are still to come.
  private static final class Source {
    private final List<Term> terms;
    private final boolean earlier;
    private int at;

    Source(List<Term> terms, boolean earlier) {
      this.terms = terms;
      this.earlier = earlier;
    }

    Term peek() {
      return terms.get(at);
    }
  }

  /// @param numbers the number that an article of the earlier index has now; -1 for one that has
  ///   changed or is gone
  private Merge(int[] numbers) {
    this.numbers = numbers;
  }

  /// All terms in their order; those that are left without articles are gone.
  static List<Term> of(List<Term> earlier, int[] numbers, List<List<Term>> added) {
    Merge merge = new Merge(numbers);
    merge.add(earlier, true);
    added.forEach(terms -> merge.add(terms, false));
    return merge.terms();
  }

  private void add(List<Term> terms, boolean earlier) {
    if (!terms.isEmpty()) {
      sources.add(new Source(terms, earlier));
    }
  }

  private List<Term> terms() {
    List<Term> merged = new ArrayList<>();
    List<Source> same = new ArrayList<>();
    while (!sources.isEmpty()) {
      same.clear();
      same.add(sources.poll());
      String word = same.getFirst().peek().word();
      while (!sources.isEmpty() && sources.peek().peek().word().equals(word)) {
        same.add(sources.poll());
      }
      merge(word, same, numbers, merged);
      for (Source source : same) {
        if (++source.at < source.terms.size()) {
          sources.add(source);
        }
      }
    }
    return merged;
  }

  private static void merge(String word, List<Source> same, int[] numbers, List<Term> merged) {
    Postings postings = new Postings();
    @Nullable Term earlier = null;
    for (Source source : same) {
      if (source.earlier) {
        earlier = source.peek();
      } else {
        postings.add(source.peek().postings());
      }
    }
    if (earlier != null) {
      if (postings.leave(earlier.postings(), numbers)) {
        merged.add(earlier);
        return;
      }
      postings.add(earlier.postings(), numbers);
    }
    if (!postings.isEmpty()) {
      merged.add(new Term(word, postings.packed()));
    }
  }
}
