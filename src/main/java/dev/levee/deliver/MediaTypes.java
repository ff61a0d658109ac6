package dev.levee.deliver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a file is, by the ending of its name.
public final class MediaTypes {

  /// The type of what has no ending that is known.
  public static final String UNKNOWN = "application/octet-stream";

  private static final String UTF_8 = "; charset=utf-8";
  private static final Map<String, String> BY_ENDING = byEnding();

  private MediaTypes() {}

  private static Map<String, String> byEnding() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("html", "text/html");
    types.put("htm", "text/html");
    types.put("css", "text/css");
    types.put("js", "text/javascript");
    types.put("mjs", "text/javascript");
    types.put("json", "application/json");
    types.put("map", "application/json");
    types.put("geojson", "application/geo+json");
    types.put("webmanifest", "application/manifest+json");
    types.put("xml", "application/xml");
    types.put("svg", "image/svg+xml");
    types.put("txt", "text/plain");
    types.put("md", "text/markdown");
    types.put("csv", "text/csv");
    types.put("vtt", "text/vtt");
    types.put("ics", "text/calendar");
    types.put("jpg", "image/jpeg");
    types.put("jpeg", "image/jpeg");
    types.put("png", "image/png");
    types.put("gif", "image/gif");
    types.put("webp", "image/webp");
    types.put("avif", "image/avif");
    types.put("ico", "image/x-icon");
    types.put("tif", "image/tiff");
    types.put("tiff", "image/tiff");
    types.put("woff", "font/woff");
    types.put("woff2", "font/woff2");
    types.put("ttf", "font/ttf");
    types.put("otf", "font/otf");
    types.put("mp3", "audio/mpeg");
    types.put("m4a", "audio/mp4");
    types.put("ogg", "audio/ogg");
    types.put("opus", "audio/ogg");
    types.put("wav", "audio/wav");
    types.put("mp4", "video/mp4");
    types.put("webm", "video/webm");
    types.put("pdf", "application/pdf");
    types.put("zip", "application/zip");
    types.put("gz", "application/gzip");
    types.put("wasm", "application/wasm");
    types.put("epub", "application/epub+zip");
    return Collections.unmodifiableMap(types);
  }

  /// Every ending that is known, in lower case and without its dot, with the bare type.
  public static Map<String, String> all() {
    return BY_ENDING;
  }

  /// The type of a file, without parameters.
  public static String of(String path) {
    return BY_ENDING.getOrDefault(ending(path), UNKNOWN);
  }

  /// A type as it is sent: that of a text says that it is UTF-8, as all that Levee writes is.
  public static String sent(String type) {
    return isText(type) ? type + UTF_8 : type;
  }

  /// Whether a type is one of text, so that compression gains by it.
  public static boolean isText(String type) {
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
  }

  /// The ending of a path in lower case and without its dot; empty when there is none.
  static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}
