package dev.levee.search;

import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.ArrayList;
import java.util.List;

/// A word and where it occurs.
///
/// @param postings packed by [Postings]
record Term(String word, Unpack postings) {

  private static final int LENGTHS = 4;

  /// Terms as bytes: of each word how many characters it shares with the one before, the others,
  /// and its postings.
  ///
  /// @param terms in the order of their words
  static Pack pack(List<Term> terms) {
    Pack pack = new Pack();
    String before = "";
    for (Term term : terms) {
      int shared = shared(before, term.word);
      pack.number(shared).text(term.word.substring(shared)).pack(term.postings);
      before = term.word;
    }
    return pack;
  }

  /// Reads what was packed.
  static List<Term> unpack(Unpack in) {
    List<Term> terms = new ArrayList<>();
    String before = "";
    while (!in.isDone()) {
      String word = before.substring(0, in.count()) + in.text();
      terms.add(new Term(word, in.pack()));
      before = word;
    }
    return terms;
  }

  private static int shared(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < most && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    boolean splits = shared > 0 && Character.isHighSurrogate(one.charAt(shared - 1));
    return splits ? shared - 1 : shared;
  }

  /// How many bytes it takes at most, but for some that say how long the rest is.
  int size() {
    int size = postings.length() + LENGTHS;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      size += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return size;
  }
}
