package dev.levee.search;

import dev.levee.trace.Hash;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An index as it is, and as the next one is made from it: which articles it knows, the files of
/// what results show of them, and the files of its terms.
///
/// @param documents the articles by their numbers
/// @param cards the names of the files of [cards][Card]
/// @param digests what the destination calls the files by their names, as far as is known
public record SearchIndex(
    List<Documents.Entry> documents,
    List<String> cards,
    List<Shard> shards,
    Map<String, Long> digests) {

  /// Where the script finds which files there are; all others are in [#FOLDER].
  public static final String MANIFEST = "search/index.json";

  /// Where the files are that are named by what is in them.
  public static final String FOLDER = "assets/search/";

  public SearchIndex {
    documents = List.copyOf(documents);
    cards = List.copyOf(cards);
    shards = List.copyOf(shards);
    digests = Map.copyOf(digests);
  }

  /// The index of nothing.
  public static SearchIndex empty() {
    return new SearchIndex(List.of(), List.of(), List.of(), Map.of());
  }

  /// The same index, whose files the destination knows by digests.
  public SearchIndex with(Map<String, Long> known) {
    return new SearchIndex(documents, cards, shards, known);
  }

  /// All terms, in their order.
  List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    shards.forEach(shard -> terms.addAll(Term.unpack(shard.terms().again())));
    return terms;
  }

  /// What the script reads first: how many articles there are, how many share a file, the names of
  /// these files, and of each file of terms where it starts and its name.
  public String manifest() {
    StringBuilder json = new StringBuilder();
    json.append("{\"articles\":").append(documents.size());
    json.append(",\"perFile\":").append(Card.PER_FILE);
    json.append(",\"cards\":\"").append(String.join(" ", cards)).append("\",\"terms\":\"");
    String space = "";
    for (Shard shard : shards) {
      // no word has anything in it but letters, numbers and marks
      json.append(space).append(shard.start()).append(' ').append(shard.name());
      space = " ";
    }
    return json.append("\"}").toString();
  }

  /// Packs the index for the next build.
  ///
  /// @param tool which Levee this is
  public byte[] pack(long tool) {
    Pack pack = new Pack().fixed(tool);
    pack.list(documents, document -> pack.text(document.id()).fixed(document.key()));
    pack.list(cards, pack::text);
    pack.list(shards, shard -> pack.text(shard.start()).text(shard.name()).pack(shard.terms()));
    pack.list(
        digests.keySet().stream().sorted().toList(),
        name -> pack.text(name).fixed(digests.getOrDefault(name, Hash.ABSENT)));
    return pack.bytes();
  }

  /// Reads what was packed; what another Levee has packed is as good as nothing.
  public static SearchIndex unpack(byte[] bytes, long tool) {
    try {
      Unpack in = new Unpack(bytes);
      if (in.fixed() != tool) {
        return empty();
      }
      List<Documents.Entry> documents = in.list(() -> new Documents.Entry(in.text(), in.fixed()));
      List<String> cards = in.list(in::text);
      List<Shard> shards = in.list(() -> new Shard(in.text(), in.text(), in.pack()));
      Map<String, Long> digests = new HashMap<>();
      in.list(() -> digests.put(in.text(), in.fixed()) == null);
      return new SearchIndex(documents, cards, shards, digests);
    } catch (Unpack.DamagedException e) {
      return empty();
    }
  }
}
