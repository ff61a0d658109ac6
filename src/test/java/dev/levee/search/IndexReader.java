package dev.levee.search;

import dev.levee.BuiltSite;
import dev.levee.trace.Unpack;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads an index from the files of a built site as the handbook describes them.
final class IndexReader {

  private final BuiltSite site;
  private final JsonObject manifest;
  private final List<String> starts = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  IndexReader(BuiltSite site) {
    this.site = site;
    byte[] bytes = site.bytes("search/index.json");
    this.manifest = Json.createReader(new ByteArrayInputStream(bytes)).readObject();
    String[] terms = manifest.getString("terms").split(" ", -1);
    for (int i = 0; i + 1 < terms.length; i += 2) {
      starts.add(terms[i]);
      names.add(terms[i + 1]);
    }
  }

  int articles() {
    return manifest.getInt("articles");
  }

  List<String> starts() {
    return starts;
  }

  /// The files of terms, by their starts.
  Map<String, byte[]> shards() {
    Map<String, byte[]> shards = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      shards.put(starts.get(i), site.bytes("assets/search/" + names.get(i) + ".bin"));
    }
    return shards;
  }

  /// Which terms a file has, each with the weights of the articles by their numbers.
  static Map<String, Map<Integer, Integer>> terms(byte[] shard) {
    Map<String, Map<Integer, Integer>> terms = new TreeMap<>();
    Unpack in = new Unpack(shard);
    String word = "";
    while (!in.isDone()) {
      word = word.substring(0, in.count()) + in.text();
      Unpack postings = in.pack();
      Map<Integer, Integer> weights = new TreeMap<>();
      int article = -1;
      while (!postings.isDone()) {
        int next = postings.count();
        article += (next >> 4) + 1;
        weights.put(article, next & 15);
      }
      terms.put(word, weights);
    }
    return terms;
  }

  /// The addresses of the articles that have a word, with its weights.
  Map<String, Integer> find(String word) {
    int at = 0;
    while (at + 1 < starts.size() && starts.get(at + 1).compareTo(word) <= 0) {
      at++;
    }
    Map<String, Integer> found = new TreeMap<>();
    if (!names.isEmpty()) {
      terms(site.bytes("assets/search/" + names.get(at) + ".bin"))
          .getOrDefault(word, Map.of())
          .forEach((article, weight) -> found.put(card(article).getString(1), weight));
    }
    return found;
  }

  /// What results show of an article.
  JsonArray card(int article) {
    int perFile = manifest.getInt("perFile");
    String name = manifest.getString("cards").split(" ")[article / perFile];
    byte[] bytes = site.bytes("assets/search/" + name + ".json");
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Json.createReader(new java.io.StringReader(text))
        .readArray()
        .getJsonArray(article % perFile);
  }
}
