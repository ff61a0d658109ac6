package dev.levee.feed;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// As much of JSON Schema, draft 7, as the schema of JSON Feed needs.
final class JsonSchema {

  private final JsonObject root;

  JsonSchema(String schema) {
    this.root = object(schema);
  }

  /// What is wrong with a document, each with its place.
  List<String> mistakes(String document) {
    List<String> mistakes = new ArrayList<>();
    check(root, object(document), "", mistakes);
    return mistakes;
  }

  private static JsonObject object(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private void check(JsonObject schema, JsonValue value, String at, List<String> mistakes) {
    if (schema.containsKey("$ref")) {
      JsonValue target = root.getValue(schema.getString("$ref").substring(1));
      check(target.asJsonObject(), value, at, mistakes);
      return;
    }
    if (schema.containsKey("type") && !schema.getString("type").equals(type(value))) {
      mistakes.add(at + ": not a " + schema.getString("type"));
      return;
    }
    if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
      mistakes.add(at + ": not one of the words");
    }
    for (JsonValue part : array(schema, "allOf")) {
      check(part.asJsonObject(), value, at, mistakes);
    }
    boolean any =
        array(schema, "anyOf").stream()
            .anyMatch(part -> {
              List<String> inPart = new ArrayList<>();
              check(part.asJsonObject(), value, at, inPart);
              return inPart.isEmpty();
            });
    if (schema.containsKey("anyOf") && !any) {
      mistakes.add(at + ": none of the choices");
    }
    switch (value) {
      case JsonObject object -> checkObject(schema, object, at, mistakes);
      case JsonArray items -> {
        for (int i = 0; schema.containsKey("items") && i < items.size(); i++) {
          check(schema.getJsonObject("items"), items.get(i), join(at, "" + i), mistakes);
        }
      }
      case JsonString text -> checkFormat(schema, text.getString(), at, mistakes);
      default -> {}
    }
  }

  private void checkObject(JsonObject schema, JsonObject value, String at, List<String> mistakes) {
    for (JsonValue name : array(schema, "required")) {
      if (!value.containsKey(((JsonString) name).getString())) {
        mistakes.add(at + ": no '" + ((JsonString) name).getString() + "'");
      }
    }
    JsonObject properties = schema.getJsonObject("properties");
    value.forEach((name, part) -> {
      if (properties != null && properties.containsKey(name)) {
        check(properties.getJsonObject(name), part, join(at, name), mistakes);
      } else if (!schema.getBoolean("additionalProperties", true)) {
        mistakes.add(at + ": unknown '" + name + "'");
      }
    });
    if (value.size() < schema.getInt("minProperties", 0)) {
      mistakes.add(at + ": too few properties");
    }
  }

  private static void checkFormat(
      JsonObject schema, String text, String at, List<String> mistakes) {
    String format = schema.getString("format", "");
    try {
      if (format.equals("uri") && !URI.create(text).isAbsolute()) {
        mistakes.add(at + ": not absolute");
      } else if (format.equals("date-time")) {
        OffsetDateTime.parse(text);
      }
    } catch (RuntimeException e) {
      mistakes.add(at + ": " + e.getMessage());
    }
  }

  private static JsonArray array(JsonObject schema, String name) {
    return schema.containsKey(name) ? schema.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static String type(JsonValue value) {
    return switch (value.getValueType()) {
      case TRUE, FALSE -> "boolean";
      default -> value.getValueType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String join(String at, String name) {
    return at.isEmpty() ? name : at + "/" + name;
  }
}
