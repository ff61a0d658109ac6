package dev.levee.sass;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Which places in its sources those in a text come from (ECMA-426).
///
/// @param json the map as it is written down; empty for one that knows no place
public record SourceMap(String json) {

  static final SourceMap NONE = new SourceMap("");

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /// A place in a source.
  ///
  /// @param line counted from 1
  /// @param column counted from 1
  public record Place(String source, int line, int column) {}

  private JsonObject read() {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /// The names of the files that the text comes from.
  ///
  /// @throws RuntimeException when this is no map
  List<String> sources() {
    return read().getJsonArray("sources").getValuesAs(JsonString::getString);
  }

  /// The same with other names for its sources.
  ///
  /// @throws RuntimeException when this is no map
  SourceMap named(UnaryOperator<String> name) {
    return new SourceMap(
        Json.createObjectBuilder(read())
            .add("sources", Json.createArrayBuilder(sources().stream().map(name).toList()))
            .build()
            .toString());
  }

  /// Where what stands in the text comes from: the last place before it that is known of its line.
  ///
  /// @param line counted from 1
  /// @param column counted from 1
  public Optional<Place> original(int line, int column) {
    if (json.isEmpty()) {
      return Optional.empty();
    }
    String[] lines = read().getString("mappings").split(";", -1);
    int[] fields = new int[5]; // column, source, its line, its column, name; all counted from 0
    Optional<Place> found = Optional.empty();
    List<String> sources = sources();
    for (int i = 0; i < Math.min(line, lines.length); i++) {
      fields[0] = 0;
      for (String segment : lines[i].split(",", -1)) {
        boolean hasSource = add(segment, fields) >= 4;
        if (hasSource && i == line - 1 && (fields[0] < column || found.isEmpty())) {
          found = Optional.of(new Place(sources.get(fields[1]), fields[2] + 1, fields[3] + 1));
        }
      }
    }
    return found;
  }

  /// Adds the numbers of a segment to fields.
  ///
  /// @return how many there are
  private static int add(String segment, int[] fields) {
    int count = 0;
    int value = 0;
    int shift = 0;
    for (int i = 0; i < segment.length(); i++) {
      int digit = DIGITS.indexOf(segment.charAt(i));
      value |= (digit & 31) << shift;
      shift += 5;
      if ((digit & 32) == 0) {
        fields[count++] += (value & 1) == 0 ? value >> 1 : -(value >> 1);
        value = 0;
        shift = 0;
      }
    }
    return count;
  }
}
