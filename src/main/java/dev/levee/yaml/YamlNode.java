package dev.levee.yaml;

import dev.levee.problem.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A value of a YAML document and its place in the file.
///
/// Plain scalars are resolved by the core schema of YAML 1.2 (section 10.3.2), so `no`, `on` and
/// `12:30` are text, as an author expects.
public sealed interface YamlNode {

  Location at();

  /// The value as strings, `Boolean`, `Long`, `Double`, lists and maps in the order of the file;
  /// null for an empty value.
  @Nullable Object toData();

  /// The value as lists and maps of the texts that are written, for those who take `1.0` and `1.00`
  /// for two titles; a text in quotes has one in front.
  Object toTexts();

  /// The number of nodes in the tree, each alias counted as what it stands for.
  long size();

  /// What an author would call this: `text`, `a number`, `a list` …
  String kind();

  /// A text, number, truth value or nothing.
  ///
  /// @param plain whether it is written without quotes, so that `true` is not the text "true"
  record Scalar(String text, boolean plain, Location at) implements YamlNode {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");

    /// What no `Long` holds stays text, as a `Double` would lose its last digits.
    private static final Pattern LONG_INTEGER = Pattern.compile("[-+]?[0-9]+");

    private static final Pattern DECIMAL =
        Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    public boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }

    public boolean isBoolean() {
      return plain
          && switch (text) {
            case "true", "True", "TRUE", "false", "False", "FALSE" -> true;
            default -> false;
          };
    }

    @Override
    public @Nullable Object toData() {
      if (!plain) {
        return text;
      }
      if (isNull()) {
        return null;
      }
      if (isBoolean()) {
        return Character.toLowerCase(text.charAt(0)) == 't';
      }
      char first = text.charAt(0);
      if (first > '9') {
        return text;
      }
      if (INTEGER.matcher(text).matches()) {
        return Long.valueOf(text);
      }
      boolean tooLong = LONG_INTEGER.matcher(text).matches();
      return !tooLong && DECIMAL.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }

    @Override
    public Object toTexts() {
      return plain ? text : '"' + text;
    }

    @Override
    public long size() {
      return 1;
    }

    @Override
    public String kind() {
      Object data = toData();
      return switch (data) {
        case null -> "nothing";
        case Boolean b -> "true or false";
        case Number n -> "a number";
        default -> "text";
      };
    }
  }

  /// A list.
  record Sequence(List<YamlNode> items, Location at, long size) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Object toData() {
      List<@Nullable Object> data = new ArrayList<>(items.size());
      items.forEach(item -> data.add(item.toData()));
      return Collections.unmodifiableList(data);
    }

    @Override
    public Object toTexts() {
      return items.stream().map(YamlNode::toTexts).toList();
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /// Keys with values, in the order of the file.
  record Mapping(List<Entry> entries, Location at, long size) implements YamlNode {

    public Mapping {
      entries = List.copyOf(entries);
    }

    /// A mapping without entries.
    public static Mapping empty(Location at) {
      return new Mapping(List.of(), at, 1);
    }

    public Optional<Entry> entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    @Override
    public Map<String, @Nullable Object> toData() {
      Map<String, @Nullable Object> data = new LinkedHashMap<>();
      entries.forEach(e -> data.put(e.key(), e.value().toData()));
      return Collections.unmodifiableMap(data);
    }

    @Override
    public Object toTexts() {
      Map<String, Object> texts = new LinkedHashMap<>();
      entries.forEach(e -> texts.put(e.key(), e.value().toTexts()));
      return texts;
    }

    @Override
    public String kind() {
      return "keys with values";
    }
  }

  /// A key, where it stands, and its value.
  record Entry(String key, Location keyAt, YamlNode value) {}
}
