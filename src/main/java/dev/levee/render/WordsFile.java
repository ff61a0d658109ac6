package dev.levee.render;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.render.Word.Phrase;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a file of words, `templates/words/LANGUAGE.yaml`.
final class WordsFile {

  private static final String ONE = "one";
  private static final String OTHER = "other";

  private final Locale language;
  private final Map<String, Word> known;
  private final boolean trusted;
  private final Problems problems;

  private WordsFile(Locale language, Map<String, Word> known, boolean trusted, Problems problems) {
    this.language = language;
    this.known = known;
    this.trusted = trusted;
    this.problems = problems;
  }

  /// The words that Levee brings for a language, which are right.
  static Map<String, Word> read(String text, Locale language) {
    return new WordsFile(language, Map.of(), true, new Problems()).words(text, "");
  }

  /// Those of a site. What is wrong is left out, and among the problems.
  ///
  /// @param path what problems call the file
  /// @param known which words there are, and with which places
  static Map<String, Word> read(
      String text, String path, Locale language, Map<String, Word> known, Problems problems) {
    return new WordsFile(language, known, false, problems).words(text, path);
  }

  private Map<String, Word> words(String text, String path) {
    Map<String, Word> words = new HashMap<>();
    YamlNode root = YamlReader.read(text, path, problems).orElse(Mapping.empty(Location.of(path)));
    if (root instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        word(entry).ifPresent(word -> words.put(word.key(), word));
      }
    } else if (!(root instanceof Scalar scalar && scalar.isNull())) {
      bad(root, "words must be keys with texts", "such as 'search: Suche'");
    }
    return words;
  }

  private Optional<Word> word(Entry entry) {
    String key = entry.key();
    if (!trusted && !known.containsKey(key)) {
      problems.add(
          ProblemCode.UNKNOWN_KEY,
          entry.keyAt(),
          "the theme has no word '" + key + "'",
          ThemeWords.hint(key, known.keySet()));
      return Optional.empty();
    }
    return entry.value() instanceof Mapping forms
        ? forms(key, forms)
        : text(key, key, entry.value(), Set.of()).map(text -> new Word(key, text, text, language));
  }

  private Optional<Word> forms(String key, Mapping forms) {
    if (!trusted && !places(key).contains(Word.COUNT)) {
      bad(forms, "'" + key + "' counts nothing, so it is one text", "such as " + said(key));
      return Optional.empty();
    }
    Optional<Phrase> one = Optional.empty();
    Optional<Phrase> other = Optional.empty();
    for (Entry entry : forms.entries()) {
      String form = entry.key();
      if (form.equals(ONE)) {
        one = text(key, ONE, entry.value(), Set.of(Word.COUNT));
      } else if (form.equals(OTHER)) {
        other = text(key, OTHER, entry.value(), Set.of());
      } else {
        problems.add(
            ProblemCode.BAD_WORDS,
            entry.keyAt(),
            "'" + key + "' has a text for 'one' and one for 'other', none for '" + form + "'",
            NearestWord.hint(form, List.of(ONE, OTHER), "say with 'other' what is true of all"));
      }
    }
    if (forms.entry(OTHER).isEmpty()) {
      bad(forms, "'" + key + "' has no text for 'other'", "add 'other: …' beside 'one'");
    }
    Optional<Phrase> single = one;
    return other.map(text -> new Word(key, text, single.orElse(text), language));
  }

  /// A text with all its places.
  ///
  /// @param name what problems call it
  /// @param needless places that it may do without
  private Optional<Phrase> text(String key, String name, YamlNode node, Set<String> needless) {
    if (!(node instanceof Scalar scalar)
        || (scalar.plain() && !(scalar.toData() instanceof String))) {
      String found = node instanceof Scalar s && !s.isNull() ? "'" + s.text() + "'" : node.kind();
      bad(node, "'" + name + "' must be a text, not " + found, "put it in quotes if it is one");
      return Optional.empty();
    }
    Phrase phrase = Phrase.of(scalar.text());
    return trusted || hasItsPlaces(key, phrase.places(), scalar, needless)
        ? Optional.of(phrase)
        : Optional.empty();
  }

  private boolean hasItsPlaces(
      String key, List<String> there, Scalar scalar, Set<String> needless) {
    List<String> right = places(key);
    for (String place : there) {
      if (!right.contains(place)) {
        bad(
            scalar,
            "'" + key + "' has no place {" + place + "}",
            right.isEmpty()
                ? "it has none"
                : NearestWord.hint(place, right, "it has {" + String.join("}, {", right) + "}"));
        return false;
      }
    }
    for (String place : right) {
      if (!there.contains(place) && !needless.contains(place)) {
        bad(scalar, "{" + place + "} is missing in '" + key + "'", "such as " + said(key));
        return false;
      }
    }
    return true;
  }

  private List<String> places(String key) {
    Word word = known.get(key);
    return word == null ? List.of() : word.places();
  }

  private String said(String key) {
    Word word = known.get(key);
    return "'" + (word == null ? "" : word.text().text()) + "'";
  }

  private void bad(YamlNode node, String message, String hint) {
    problems.add(ProblemCode.BAD_WORDS, node.at(), message, hint);
  }
}
