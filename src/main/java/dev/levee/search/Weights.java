package dev.levee.search;

import java.util.HashMap;
import java.util.Map;

/// How much an article is about each of its words, from 1 to 15: more than [#TEXT] when a heading,
/// the dek, a tag, an author or the description has the word, more than [#ABOUT] when the title
/// does. Within these, the more often the text has it for its length.
final class Weights {

  /// The most for a word that stands in the text alone.
  static final int TEXT = 6;

  /// The most for a word that does not stand in the title.
  static final int ABOUT = 10;

  /// The most of all.
  static final int MOST = 15;

  /// The words of a text that is neither long nor short. It is no mean of the site's own texts, so
  /// that one article says nothing of the weights of another.
  private static final double USUAL_LENGTH = 600;

  /// How soon it counts no more that a word occurs once more, and how much the length counts: the
  /// usual values of BM25.
  private static final double SATURATION = 1.2;

  private static final double LENGTH = 0.75;

  private final Map<String, Count> words = new HashMap<>();
  private int length;

  private static final class Count {
    private int times;
    private boolean about;
    private boolean title;
  }

  private Weights() {}

  /// The weight of each word of an article.
  ///
  /// @param about what else is said of it in few words
  static Map<String, Integer> of(String title, Iterable<String> about, String text) {
    Weights weights = new Weights();
    Words.each(text, word -> weights.count(word).times++);
    about.forEach(part -> Words.each(part, word -> weights.count(word).about = true));
    Words.each(title, word -> weights.count(word).title = true);
    return weights.all();
  }

  private Count count(String word) {
    length++;
    return words.computeIfAbsent(word, w -> new Count());
  }

  private Map<String, Integer> all() {
    double norm = SATURATION * (1 - LENGTH + LENGTH * length / USUAL_LENGTH);
    Map<String, Integer> all = HashMap.newHashMap(words.size());
    words.forEach(
        (word, count) -> all.put(word, weight(count, count.times / (count.times + norm))));
    return all;
  }

  /// @param share how much the text has of the word, from 0 to less than 1
  private static int weight(Count count, double share) {
    if (count.title) {
      return ABOUT + 1 + (int) (share * (MOST - ABOUT));
    }
    return count.about ? TEXT + 1 + (int) (share * (ABOUT - TEXT)) : 1 + (int) (share * TEXT);
  }
}
