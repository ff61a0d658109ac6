package dev.levee.search;

import dev.levee.trace.Hash;
import dev.levee.trace.Unpack;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The terms of one file: those from a start to that of the next.
///
/// @param start empty for the first file
/// @param name the file's, which says what is in it
/// @param terms as [Term] packs them
record Shard(String start, String name, Unpack terms) {

  /// The most bytes of a file, but for one that a single term fills.
  static final int SIZE = 16_000;

  /// How many digits of a hash the name of a file has.
  private static final int DIGITS = 12;

  private static Shard of(String start, List<Term> terms) {
    byte[] bytes = Term.pack(terms).bytes();
    return new Shard(start, name(bytes), new Unpack(bytes));
  }

  /// The name of a file that holds some bytes and no others.
  static String name(byte[] bytes) {
    return HexFormat.of().toHexDigits(Hash.of(bytes), DIGITS);
  }

  /// Deals terms out to files. A file begins where words begin with other characters, so that what
  /// grows in one place moves nothing in another.
  ///
  /// @param terms in the order of their words
  static List<Shard> split(List<Term> terms) {
    List<Shard> shards = new ArrayList<>();
    split(terms, 0, "", shards);
    return shards;
  }

  /// @param terms words of which the first characters are the same
  /// @param depth how many
  /// @param start where the first file starts
  private static void split(List<Term> terms, int depth, String start, List<Shard> shards) {
    if (size(terms) <= SIZE || terms.size() == 1) {
      if (!terms.isEmpty()) {
        shards.add(of(start, terms));
      }
      return;
    }
    String from = start;
    int begin = 0;
    int filled = 0;
    for (int at = 0; at < terms.size(); ) {
      String next = prefix(terms.get(at).word(), depth);
      int end = at + 1;
      while (end < terms.size() && prefix(terms.get(end).word(), depth).equals(next)) {
        end++;
      }
      int size = size(terms.subList(at, end));
      if (at > begin && filled + size > SIZE) {
        shards.add(of(from, terms.subList(begin, at)));
        begin = at;
        from = next;
        filled = 0;
      }
      filled += size;
      if (filled > SIZE) {
        split(terms.subList(at, end), next.length(), from, shards);
        begin = end;
        from = end < terms.size() ? prefix(terms.get(end).word(), depth) : "";
        filled = 0;
      }
      at = end;
    }
    if (begin < terms.size()) {
      shards.add(of(from, terms.subList(begin, terms.size())));
    }
  }

  /// The first characters of a word, one more than so many.
  private static String prefix(String word, int depth) {
    return depth >= word.length()
        ? word
        : word.substring(0, depth + Character.charCount(word.codePointAt(depth)));
  }

  private static int size(List<Term> terms) {
    int size = 0;
    for (Term term : terms) {
      size += term.size();
    }
    return size;
  }
}
