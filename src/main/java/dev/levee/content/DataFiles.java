package dev.levee.content;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.DataFile;
import dev.levee.source.TextFile;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlReader;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Reads the files of `_data` into plain lists, maps and values: YAML, JSON and CSV with a header.
final class DataFiles {

  private static final int MAX_JSON_DEPTH = 50;

  /// So that a file beside a folder of its name finds the folder there already.
  private static final Comparator<DataFile> DEEPEST_FIRST =
      (a, b) -> {
        int deepest = Long.compare(depth(b), depth(a));
        return deepest != 0 ? deepest : a.path().compareTo(b.path());
      };

  private final String label;
  private final Problems problems;

  /// @param label what problems call the content folder
  DataFiles(String label, Problems problems) {
    this.label = label;
    this.problems = problems;
  }

  private static long depth(DataFile file) {
    return file.path().chars().filter(c -> c == '/').count();
  }

  /// The data of each file under its name without the ending; a folder is a map of its files.
  Map<String, @Nullable Object> read(List<DataFile> files) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (DataFile file : files.stream().sorted(DEEPEST_FIRST).toList()) {
      String relative = file.path().substring("_data/".length());
      String[] parts = relative.split("/", -1);
      String name = parts[parts.length - 1];
      int dot = name.lastIndexOf('.');
      if (dot <= 0) {
        continue;
      }
      Map<String, @Nullable Object> folder = data;
      for (int i = 0; i < parts.length - 1; i++) {
        folder = inner(folder, parts[i]);
      }
      put(folder, name.substring(0, dot), file, name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
    return Collections.unmodifiableMap(data);
  }

  private void put(
      Map<String, @Nullable Object> folder, String name, DataFile file, String ending) {
    if (folder.containsKey(name)) {
      problems.add(
          ProblemCode.BAD_DATA,
          Location.of(label + "/" + file.path()),
          "there is other data by the name '" + name + "' beside this file",
          "rename one of them");
      return;
    }
    folder.put(name, value(file, ending));
  }

  @SuppressWarnings("unchecked") // only maps made here are ever put under a folder's name
  private static Map<String, @Nullable Object> inner(
      Map<String, @Nullable Object> folder, String name) {
    if (!(folder.get(name) instanceof LinkedHashMap)) {
      folder.put(name, new LinkedHashMap<String, @Nullable Object>());
    }
    return (Map<String, @Nullable Object>) folder.get(name);
  }

  private @Nullable Object value(DataFile file, String ending) {
    String path = label + "/" + file.path();
    String text = TextFile.read(file.file(), path, problems).orElse(null);
    if (text == null) {
      return null;
    }
    return switch (ending) {
      case "yaml", "yml" ->
          YamlReader.read(text, path, problems).map(YamlNode::toData).orElse(null);
      case "json" -> json(text, path);
      case "csv" -> csv(text, path);
      default -> {
        problems.add(
            ProblemCode.BAD_DATA,
            Location.of(path),
            "data files end in .yaml, .json or .csv, not ." + ending,
            "move it out of _data");
        yield null;
      }
    };
  }

  private @Nullable Object json(String text, String path) {
    if (depth(text) > MAX_JSON_DEPTH) {
      problems.add(
          ProblemCode.BAD_DATA,
          Location.of(path),
          "values are nested deeper than " + MAX_JSON_DEPTH + " levels");
      return null;
    }
    if (text.isBlank()) {
      problems.add(ProblemCode.BAD_DATA, Location.of(path), "this file is empty", "write [] in it");
      return null;
    }
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      @Nullable Object data = plain(parser.getValue());
      if (parser.hasNext()) {
        parser.next();
      }
      return data;
    } catch (JsonParsingException e) {
      JsonLocation at = e.getLocation();
      problems.add(
          ProblemCode.BAD_DATA,
          new Location(path, (int) at.getLineNumber(), (int) at.getColumnNumber()),
          "this is not valid JSON here or just before");
    } catch (JsonException
        | NoSuchElementException
        | UnsupportedOperationException
        | NumberFormatException e) { // a text that ends too early, a number beyond all bounds
      problems.add(ProblemCode.BAD_DATA, Location.of(path), "this is not valid JSON");
    }
    return null;
  }

  /// How deep brackets nest, told before the parser spends a stack on them.
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[' || c == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ']' || c == '}') {
        depth--;
      }
    }
    return deepest;
  }

  private static @Nullable Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> {
        JsonObject object = value.asJsonObject();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEach((k, v) -> map.put(k, plain(v)));
        yield Collections.unmodifiableMap(map);
      }
      case ARRAY -> {
        JsonArray array = value.asJsonArray();
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.forEach(v -> list.add(plain(v)));
        yield Collections.unmodifiableList(list);
      }
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> {
        JsonNumber number = (JsonNumber) value;
        yield number.isIntegral() && number.bigIntegerValue().bitLength() < Long.SIZE
            ? (Object) number.longValue()
            : (Object) number.doubleValue();
      }
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
    };
  }

  private Object csv(String text, String path) {
    List<Csv.Row> rows = Csv.rows(text);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> header = rows.getFirst().values();
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i).values();
      if (row.size() != header.size()) {
        problems.add(
            ProblemCode.BAD_DATA,
            new Location(path, rows.get(i).line(), 1),
            "this record has "
                + row.size()
                + (row.size() == 1 ? " value" : " values")
                + ", but the header has "
                + header.size(),
            "put quotes around a value with a comma, and close every quote");
        continue;
      }
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int column = 0; column < header.size(); column++) {
        values.put(header.get(column), row.get(column));
      }
      records.add(Collections.unmodifiableMap(values));
    }
    return Collections.unmodifiableList(records);
  }
}
