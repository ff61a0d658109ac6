package dev.levee.yaml;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads a mapping key by key with the types that are expected, noting every mismatch as a problem.
///
/// A key that is missing or whose value is empty gives an empty result.
public final class Fields {

  private final Mapping mapping;
  private final ProblemCode wrongType;
  private final Problems problems;

  /// @param wrongType the code of the problems that a value of the wrong type makes
  public Fields(Mapping mapping, ProblemCode wrongType, Problems problems) {
    this.mapping = mapping;
    this.wrongType = wrongType;
    this.problems = problems;
  }

  public Mapping mapping() {
    return mapping;
  }

  /// Where the value of a key stands, or the mapping when the key is missing.
  public Location at(String key) {
    return mapping.entry(key).map(e -> e.value().at()).orElse(mapping.at());
  }

  /// The value of a key, whatever it is, unless it is empty.
  public Optional<YamlNode> node(String key) {
    return mapping
        .entry(key)
        .map(Entry::value)
        .filter(value -> !(value instanceof Scalar s && s.isNull()));
  }

  /// A text; numbers and truth values are taken as they are written.
  public Optional<String> text(String key) {
    return node(key).flatMap(node -> scalar(key, node, "text")).map(Scalar::text);
  }

  /// A text of which only certain values are right.
  public Optional<String> oneOf(String key, Collection<String> allowed) {
    Optional<String> value = text(key);
    if (value.isPresent() && !allowed.contains(value.get())) {
      String all = String.join(", ", allowed);
      problems.add(
          wrongType,
          at(key),
          "'" + key + "' must be one of " + all + ", not '" + value.get() + "'",
          NearestWord.hint(value.get(), allowed, ""));
      return Optional.empty();
    }
    return value;
  }

  public Optional<Boolean> flag(String key) {
    Optional<Scalar> scalar = node(key).flatMap(node -> scalar(key, node, "true or false"));
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    return switch (scalar.get().text().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> {
        mismatch(key, scalar.get(), "true or false");
        yield Optional.empty();
      }
    };
  }

  public OptionalInt integer(String key) {
    Optional<Scalar> scalar = node(key).flatMap(node -> scalar(key, node, "a whole number"));
    if (scalar.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(scalar.get().text()));
    } catch (NumberFormatException e) {
      mismatch(key, scalar.get(), "a whole number");
      return OptionalInt.empty();
    }
  }

  /// A whole number of at least `least`.
  public OptionalInt integer(String key, int least) {
    OptionalInt value = integer(key);
    if (value.isPresent() && value.getAsInt() < least) {
      problems.add(
          wrongType,
          at(key),
          "'" + key + "' must be at least " + least + ", not " + value.getAsInt());
      return OptionalInt.empty();
    }
    return value;
  }

  /// A list of texts; a single text is a list of one. Empty items are left out.
  public Optional<List<String>> texts(String key) {
    Optional<YamlNode> node = node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Scalar scalar : scalars(key)) {
      texts.add(scalar.text());
    }
    return Optional.of(texts);
  }

  /// The same as [#texts], each with its place.
  public List<Scalar> scalars(String key) {
    List<Scalar> scalars = new ArrayList<>();
    for (YamlNode item : items(key)) {
      scalar(key, item, "a list of texts")
          .filter(s -> !s.text().isBlank() && !s.isNull())
          .ifPresent(scalars::add);
    }
    return scalars;
  }

  /// The items of a list; a single value is a list of one.
  public List<YamlNode> items(String key) {
    return node(key).map(n -> n instanceof Sequence s ? s.items() : List.of(n)).orElse(List.of());
  }

  public Optional<Fields> fields(String key) {
    return node(key).flatMap(node -> fields(key, node));
  }

  /// The fields of a value that was found under `key`.
  public Optional<Fields> fields(String key, YamlNode node) {
    if (node instanceof Mapping m) {
      return Optional.of(new Fields(m, wrongType, problems));
    }
    mismatch(key, node, "keys with values");
    return Optional.empty();
  }

  /// A mapping from names to texts.
  public Map<String, String> textMap(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields(key)
        .ifPresent(inner ->
            inner
                .mapping
                .entries()
                .forEach(e -> inner.text(e.key()).ifPresent(t -> texts.put(e.key(), t))));
    return texts;
  }

  /// Any data; an empty map when the key is missing.
  public Map<String, @Nullable Object> data(String key) {
    return fields(key).map(inner -> inner.mapping.toData()).orElse(Map.of());
  }

  /// Notes a problem for each key that is not known.
  public void reportUnknown(ProblemCode code, Collection<String> known) {
    for (Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        problems.add(
            code,
            entry.keyAt(),
            "'" + entry.key() + "' is not a key that is known here",
            NearestWord.hint(entry.key(), known, "known: " + String.join(", ", known)));
      }
    }
  }

  private Optional<Scalar> scalar(String key, YamlNode node, String expected) {
    if (node instanceof Scalar s) {
      return Optional.of(s);
    }
    mismatch(key, node, expected);
    return Optional.empty();
  }

  private void mismatch(String key, YamlNode node, String expected) {
    String found = node instanceof Scalar s ? "'" + s.text() + "'" : node.kind();
    problems.add(wrongType, node.at(), "'" + key + "' must be " + expected + ", not " + found);
  }
}
