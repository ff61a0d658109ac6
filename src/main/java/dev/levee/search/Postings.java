package dev.levee.search;

import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.Arrays;

/// Which articles have a word, and how much they are about it: each a number in which the lowest
/// four bits are the [weight][Weights] and the others the number of the article. They are packed as
/// the distances from each to the next.
final class Postings {

  static final int WEIGHT_BITS = 4;

  private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;

  private int[] all = new int[4];
  private int size;

  /// Adds an article.
  void add(int article, int weight) {
    if (size == all.length) {
      all = Arrays.copyOf(all, 2 * size);
    }
    all[size++] = article << WEIGHT_BITS | weight;
  }

  /// Adds what is packed.
  ///
  /// @param numbers the number that an article has now, by the one it had; -1 for one to leave out
  void add(Unpack packed, int[] numbers) {
    Unpack in = packed.again();
    int before = -1;
    while (!in.isDone()) {
      int next = in.count();
      before += (next >> WEIGHT_BITS) + 1;
      int article = numbers[before];
      if (article >= 0) {
        add(article, next & WEIGHT);
      }
    }
  }

  /// Adds what is packed as it is.
  void add(Unpack packed) {
    Unpack in = packed.again();
    int before = -1;
    while (!in.isDone()) {
      int next = in.count();
      before += (next >> WEIGHT_BITS) + 1;
      add(before, next & WEIGHT);
    }
  }

  /// Whether what is packed stays as it is when these are added: every article keeps its number, or
  /// has changed and says the same again.
  ///
  /// @param numbers as for [#add(Unpack, int\[\])]
  boolean leave(Unpack packed, int[] numbers) {
    Arrays.sort(all, 0, size);
    Unpack in = packed.again();
    int before = -1;
    int again = 0;
    while (!in.isDone()) {
      int next = in.count();
      before += (next >> WEIGHT_BITS) + 1;
      if (numbers[before] != before) {
        boolean moved = numbers[before] >= 0;
        if (moved || again == size || all[again] != (before << WEIGHT_BITS | (next & WEIGHT))) {
          return false;
        }
        again++;
      }
    }
    return again == size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// All of them by the number of their article, no two of which are the same.
  Unpack packed() {
    Arrays.sort(all, 0, size);
    Pack pack = new Pack();
    int before = -1;
    for (int i = 0; i < size; i++) {
      int article = all[i] >> WEIGHT_BITS;
      pack.number((long) (article - before - 1) << WEIGHT_BITS | (all[i] & WEIGHT));
      before = article;
    }
    return new Unpack(pack.bytes());
  }
}
