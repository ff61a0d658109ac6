package dev.levee.render;

import dev.levee.config.SiteConfig;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.TextFile;
import dev.levee.source.Theme;
import dev.levee.trace.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the theme says by itself, in the language of the site: from the files `words/LANGUAGE.yaml`
/// of the site, then of Levee, for `de-AT`, then `de`, then English. A file is read when a word is
/// looked for in it, those of the site with the first word. Safe to use from several threads.
final class ThemeWords {

  private static final String FOLDER = "words/";
  private static final String ENDING = ".yaml";
  private static final String ENGLISH = "en";

  private final Theme theme;
  private final Location setting;
  private final List<String> ofLanguage;
  private final List<String> tags;
  private final Map<String, Word> found = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Word>> brought = new HashMap<>();
  private final Map<String, Map<String, Word>> own = new HashMap<>();
  private volatile @Nullable List<Problem> problems;

  /// The words of a site.
  ThemeWords(Theme theme, SiteConfig config) {
    this.theme = theme;
    this.setting = config.languageAt();
    this.ofLanguage = tags(config.language().toLanguageTag());
    this.tags = new ArrayList<>(ofLanguage);
    if (!tags.contains(ENGLISH)) {
      tags.add(ENGLISH);
    }
  }

  /// A language tag and all that are less exact.
  private static List<String> tags(String language) {
    List<String> tags = new ArrayList<>();
    String tag = language;
    while (!tag.isEmpty()) {
      tags.add(tag);
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    return tags;
  }

  private static String file(String tag) {
    return FOLDER + tag + ENDING;
  }

  /// What a page, a list or a note is called whose name is a key. English calls it by that name, so
  /// no file is read for it.
  ///
  /// @throws IllegalArgumentException when there is no word of that name
  String title(String key) {
    if (isPlainEnglish()) {
      return capitalized(key);
    }
    Word word = find(key);
    if (word == null) {
      throw new IllegalArgumentException("no word " + key);
    }
    return word.text().text();
  }

  /// A name as a title.
  static String capitalized(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + name.substring(Character.charCount(first));
  }

  private boolean isPlainEnglish() {
    for (String tag : tags) {
      boolean english = tag.equals(ENGLISH);
      if (english ? theme.isOwn(file(tag)) : theme.has(file(tag))) {
        return false;
      }
    }
    return ofLanguage.contains(ENGLISH);
  }

  /// A word; null when there is none of that name.
  @Nullable Word find(String key) {
    Word known = found.get(key);
    return known == null ? lookUp(key) : known;
  }

  private synchronized @Nullable Word lookUp(String key) {
    problems();
    for (String tag : tags) {
      Map<String, Word> mine = own.get(tag);
      Word word = mine == null ? null : mine.get(key);
      word = word == null ? brought(tag).get(key) : word;
      if (word != null) {
        found.put(key, word);
        return word;
      }
    }
    return null;
  }

  /// What to do about a word that there is not.
  String hint(String key) {
    return hint(key, brought(ENGLISH).keySet());
  }

  /// The same where these are all words.
  static String hint(String key, Collection<String> known) {
    return NearestWord.hint(key, new TreeSet<>(known), "the handbook's page on templates has all");
  }

  /// What is wrong with the site's own files of words, and that there is none for its language.
  List<Problem> problems() {
    List<Problem> known = problems;
    return known == null ? readOwn() : known;
  }

  private synchronized List<Problem> readOwn() {
    Problems all = new Problems();
    if (isMissing()) {
      String file = file(tags.getFirst());
      all.add(
          ProblemCode.MISSING_WORDS,
          setting,
          "the theme has no words in the language '" + tags.getFirst() + "', so it speaks English",
          "write templates/"
              + file
              + ", with the keys that the handbook's page on templates lists");
    }
    for (String tag : tags) {
      if (theme.isOwn(file(tag))) {
        own.put(tag, ownWords(tag, all));
      }
    }
    List<Problem> wrong = all.added();
    problems = wrong;
    return wrong;
  }

  private boolean isMissing() {
    for (String tag : ofLanguage) {
      if (theme.has(file(tag))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Word> ownWords(String tag, Problems problems) {
    String label = theme.label(file(tag));
    try {
      return TextFile.text(theme.template(file(tag)), label, problems)
          .map(text ->
              WordsFile.read(text, label, Locale.forLanguageTag(tag), brought(ENGLISH), problems))
          .orElse(Map.of());
    } catch (IOException e) {
      problems.add(
          ProblemCode.UNREADABLE_FILE,
          Location.of(label),
          "this cannot be read: " + e.getClass().getSimpleName());
      return Map.of();
    }
  }

  private synchronized Map<String, Word> brought(String tag) {
    Map<String, Word> known = brought.get(tag);
    if (known == null) {
      try {
        Optional<byte[]> file = theme.builtIn(file(tag));
        known =
            file.isEmpty()
                ? Map.of()
                : WordsFile.read(
                    new String(file.get(), StandardCharsets.UTF_8), Locale.forLanguageTag(tag));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      brought.put(tag, known);
    }
    return known;
  }

  /// The hash of all that words and their problems come from.
  long digest() {
    Hash hash = new Hash();
    for (String tag : tags) {
      hash.add(tag).add(theme.digest(file(tag)));
    }
    return isMissing() ? hash.add(setting.toString()).value() : hash.value();
  }
}
