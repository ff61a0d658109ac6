package dev.levee.content;

import dev.levee.config.SiteConfig;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The keys that front matter may have in this site: the standard ones, the taxonomies and what the
/// settings add; brings every key to its standard name.
final class FrontMatterKeys {

  private static final List<String> DRAFT_STATES = List.of("draft", "pending", "private");
  private static final List<String> PUBLISHED_STATES = List.of("published", "publish");

  private static final Set<String> SORTING =
      Set.of(FrontMatterKey.TAGS.key(), FrontMatterKey.CATEGORIES.key());

  private final Map<String, String> standardNames = new HashMap<>();
  private final List<String> params;
  private final List<String> known = new ArrayList<>();

  /// @param problems takes what is wrong with the settings
  FrontMatterKeys(SiteConfig config, Problems problems) {
    this.params = config.frontMatter().params();
    for (FrontMatterKey key : FrontMatterKey.values()) {
      add(key.key(), key.key());
      key.otherNames().forEach(other -> add(other, key.key()));
    }
    config.taxonomies().keySet().forEach(name -> addTaxonomy(name, problems));
    config.frontMatter().aliases().forEach((name, of) -> addAlias(name, of, problems));
    known.addAll(params);
  }

  private void addTaxonomy(String name, Problems problems) {
    String standard = standardNames.get(name.toLowerCase(Locale.ROOT));
    if (standard != null && !SORTING.contains(standard)) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          Location.none(),
          "the taxonomy '" + name + "' has the name of the key '" + standard + "'",
          "name it otherwise");
      return;
    }
    add(name, name);
  }

  private void addAlias(String name, String of, Problems problems) {
    String standard = standardNames.get(of.toLowerCase(Locale.ROOT));
    if (standard == null) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          Location.none(),
          "frontMatter.aliases: '" + of + "' is not a key of front matter",
          NearestWord.hint(of, known, "write the new name first: kicker: dek"));
      return;
    }
    add(name, standard);
  }

  private void add(String name, String standardName) {
    standardNames.put(name.toLowerCase(Locale.ROOT), standardName);
    known.add(name);
  }

  /// The entries by standard name; keys that the settings take as parameters are moved into
  /// `params`. Unknown keys and keys that disagree are problems.
  Mapping standard(Mapping written, Problems problems) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, Entry> extra = new LinkedHashMap<>();
    for (Entry entry : written.entries()) {
      if (params.contains(entry.key())) {
        extra.put(entry.key(), entry);
        continue;
      }
      String name = standardNames.get(entry.key().toLowerCase(Locale.ROOT));
      if (name == null) {
        problems.add(
            ProblemCode.UNKNOWN_KEY,
            entry.keyAt(),
            "'" + entry.key() + "' is not a key of front matter",
            NearestWord.hint(
                entry.key(), known, "put it under params:, or list it in frontMatter.params"));
        continue;
      }
      Entry standard = new Entry(name, entry.keyAt(), value(entry, problems));
      Entry other = entries.get(name);
      if (other == null || isEmpty(other.value())) {
        entries.put(name, standard);
      } else if (!isEmpty(standard.value()) && !same(other.value(), standard.value())) {
        disagree(written, other, entry, problems);
        if (name.equals(FrontMatterKey.DRAFT.key())) {
          entries.put(
              name, new Entry(name, entry.keyAt(), new Scalar("true", true, entry.value().at())));
        }
      }
    }
    return withParams(written, entries, extra);
  }

  /// The entries of an `_index.md`, those that have a standard name under that.
  Mapping standardOfSection(Mapping written) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : written.entries()) {
      String name = standardNames.getOrDefault(entry.key().toLowerCase(Locale.ROOT), entry.key());
      boolean own = SectionFront.KEYS.contains(entry.key());
      entries.add(own ? entry : new Entry(name, entry.keyAt(), entry.value()));
    }
    return new Mapping(entries, written.at(), written.size());
  }

  /// An article's entries with those of `defaults` under keys it leaves out; parameters are merged
  /// one by one.
  static Mapping withDefaults(Mapping own, Mapping defaults) {
    if (defaults.entries().isEmpty()) {
      return own;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    own.entries().forEach(e -> entries.put(e.key(), e));
    for (Entry entry : defaults.entries()) {
      Entry mine = entries.get(entry.key());
      if (mine == null) {
        entries.put(entry.key(), entry);
      } else if (entry.key().equals(FrontMatterKey.PARAMS.key())
          && mine.value() instanceof Mapping a
          && entry.value() instanceof Mapping b) {
        entries.put(entry.key(), new Entry(entry.key(), mine.keyAt(), withDefaults(a, b)));
      }
    }
    return mapping(own, entries);
  }

  private static void disagree(Mapping written, Entry kept, Entry entry, Problems problems) {
    String first =
        written.entries().stream()
            .filter(e -> e.keyAt().equals(kept.keyAt()))
            .map(Entry::key)
            .findFirst()
            .orElse(kept.key());
    problems.add(
        ProblemCode.KEYS_DISAGREE,
        entry.keyAt(),
        "'" + first + "' and '" + entry.key() + "' mean the same key but say different things",
        "keep one of them");
  }

  private static YamlNode value(Entry entry, Problems problems) {
    if (!(entry.value() instanceof Scalar scalar)) {
      return entry.value();
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    return switch (entry.key().toLowerCase(Locale.ROOT)) {
      case "published" -> draft(entry, scalar, text, List.of("false"), List.of("true"), problems);
      case "status" -> draft(entry, scalar, text, DRAFT_STATES, PUBLISHED_STATES, problems);
      default -> scalar;
    };
  }

  /// What another key for `draft` says; a value it cannot have leaves the article a draft, so that
  /// nothing is published by mistake.
  private static Scalar draft(
      Entry entry,
      Scalar scalar,
      String text,
      List<String> drafts,
      List<String> published,
      Problems problems) {
    if (isEmpty(scalar) || published.contains(text)) {
      return new Scalar(isEmpty(scalar) ? "" : "false", true, scalar.at());
    }
    if (!drafts.contains(text)) {
      List<String> states = Stream.concat(drafts.stream(), published.stream()).toList();
      problems.add(
          ProblemCode.WRONG_TYPE,
          scalar.at(),
          "'"
              + entry.key()
              + "' must be one of "
              + String.join(", ", states)
              + ", not '"
              + scalar.text()
              + "'",
          NearestWord.hint(scalar.text(), states, ""));
    }
    return new Scalar("true", true, scalar.at());
  }

  private static Mapping withParams(
      Mapping written, Map<String, Entry> entries, Map<String, Entry> extra) {
    if (!extra.isEmpty()) {
      String key = FrontMatterKey.PARAMS.key();
      Mapping moved = mapping(written, extra);
      Entry params = entries.get(key);
      Mapping all =
          params != null && params.value() instanceof Mapping own
              ? withDefaults(own, moved)
              : moved;
      entries.put(key, new Entry(key, all.at(), all));
    }
    return mapping(written, entries);
  }

  private static Mapping mapping(Mapping like, Map<String, Entry> entries) {
    return new Mapping(List.copyOf(entries.values()), like.at(), like.size());
  }

  private static boolean same(YamlNode a, YamlNode b) {
    return Objects.equals(comparable(a), comparable(b));
  }

  private static Object comparable(YamlNode node) {
    return switch (node) {
      case Scalar s -> s.text().strip();
      case Sequence s when s.items().size() == 1 -> comparable(s.items().getFirst());
      default -> String.valueOf(node.toData());
    };
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof Scalar s && s.text().isBlank();
  }
}
