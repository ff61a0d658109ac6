package dev.levee.http;

import java.util.List;
import java.util.Locale;

/// What a client says of the compressions that it takes (RFC 9110, section 12.5.3).
final class AcceptEncoding {

  private AcceptEncoding() {}

  /// Whether gzip is taken, by name or by `*`, with a weight above 0.
  ///
  /// @param lines the values of the header
  static boolean takesGzip(List<String> lines) {
    boolean others = false;
    for (String line : lines) {
      for (String item : line.toLowerCase(Locale.ROOT).split(",", -1)) {
        String[] parts = item.split(";", -1);
        String name = parts[0].strip();
        if (name.equals("gzip") || name.equals("x-gzip")) {
          return isWanted(parts);
        }
        others |= name.equals("*") && isWanted(parts);
      }
    }
    return others;
  }

  private static boolean isWanted(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        return !parameter.matches("q=\\s*0(\\.0*)?");
      }
    }
    return true;
  }
}
