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
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the files of `_data` into plain lists, maps and values: YAML, JSON and CSV with a header.
final class DataFiles {

  private static final int MAX_JSON_DEPTH = 50;

  private final String label;
  private final Problems problems;

  /// @param label what problems call the content folder
  DataFiles(String label, Problems problems) {
    this.label = label;
    this.problems = problems;
  }

  /// The data of each file under its name without the ending; a folder is a map of its files.
  Map<String, @Nullable Object> read(List<DataFile> files) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (DataFile file : files) {
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
      folder.put(name.substring(0, dot), value(file, name.substring(dot + 1)));
    }
    return Collections.unmodifiableMap(data);
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
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return plain(reader.readValue(), 0);
    } catch (JsonParsingException e) {
      Location at =
          new Location(
              path, (int) e.getLocation().getLineNumber(), (int) e.getLocation().getColumnNumber());
      problems.add(ProblemCode.BAD_DATA, at, "this is not valid JSON");
    } catch (JsonException e) {
      problems.add(
          ProblemCode.BAD_DATA,
          Location.of(path),
          "this is not valid JSON: it nests too deeply or ends too early");
    }
    return null;
  }

  private static @Nullable Object plain(JsonValue value, int depth) {
    if (depth > MAX_JSON_DEPTH) {
      throw new JsonException("too deep");
    }
    return switch (value.getValueType()) {
      case OBJECT -> {
        JsonObject object = value.asJsonObject();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.forEach((k, v) -> map.put(k, plain(v, depth + 1)));
        yield Collections.unmodifiableMap(map);
      }
      case ARRAY -> {
        JsonArray array = value.asJsonArray();
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.forEach(v -> list.add(plain(v, depth + 1)));
        yield Collections.unmodifiableList(list);
      }
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> {
        JsonNumber number = (JsonNumber) value;
        yield number.isIntegral() ? (Object) number.longValue() : (Object) number.doubleValue();
      }
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
    };
  }

  private Object csv(String text, String path) {
    List<List<String>> rows = Csv.rows(text);
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> header = rows.getFirst();
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      if (row.size() != header.size()) {
        problems.add(
            ProblemCode.BAD_DATA,
            Location.of(path),
            "record " + i + " has " + row.size() + " values, but the header has " + header.size());
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
