package dev.levee.deliver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what is written for nginx, and finds a file's `location` and headers as nginx does.
final class NginxReader {

  private static final Pattern MAP = Pattern.compile("map \\$uri (\\S+) \\{");
  private static final Pattern MAP_LINE = Pattern.compile("    (?:\"~(.*)\"|default) \"(.*)\";");
  private static final Pattern LOCATION =
      Pattern.compile("location (?:(=|\\^~|~\\*?) )?(?:\"(.*?)\"|(/)) \\{.*?(\\})?");
  private static final Pattern HEADER =
      Pattern.compile("add_header (\\S+) (?:\"(.*)\"|(\\S+?))(?: always)?;");

  private record Place(String how, String name, Map<String, String> headers, List<Place> inside) {

    static Place of(@Nullable String how, String name) {
      return new Place(how == null ? "" : how, name, new LinkedHashMap<>(), new ArrayList<>());
    }

    boolean isRegex() {
      return how.startsWith("~");
    }

    boolean fits(String file) {
      int flags = how.equals("~*") ? Pattern.CASE_INSENSITIVE : 0;
      return switch (how) {
        case "=" -> file.equals(name);
        case "~", "~*" -> Pattern.compile(name, flags).matcher(file).find();
        default -> file.startsWith(name);
      };
    }
  }

  private final Map<String, Map<Pattern, String>> maps = new HashMap<>();
  private final Place server = Place.of(null, "");

  NginxReader(String http, String serverText) {
    Map<Pattern, String> map = new LinkedHashMap<>();
    for (String line : http.lines().toList()) {
      Matcher start = MAP.matcher(line);
      Matcher rule = MAP_LINE.matcher(line);
      if (start.matches()) {
        map = new LinkedHashMap<>();
        maps.put(start.group(1), map);
      } else if (rule.matches()) {
        String regex = rule.group(1) == null ? "" : rule.group(1);
        map.put(Pattern.compile(regex), unquoted(rule.group(2)));
      }
    }
    Deque<Place> open = new ArrayDeque<>(List.of(server));
    for (String line : serverText.lines().map(String::strip).toList()) {
      Matcher location = LOCATION.matcher(line);
      Matcher header = HEADER.matcher(line);
      if (location.matches()) {
        String name = location.group(2) == null ? location.group(3) : location.group(2);
        Place place = Place.of(location.group(1), name);
        open.element().inside().add(place);
        if (location.group(4) == null) {
          open.push(place);
        }
      } else if (line.equals("types {")) {
        open.push(Place.of(null, ""));
      } else if (line.equals("}")) {
        open.pop();
      } else if (header.matches()) {
        String value = header.group(3) == null ? unquoted(header.group(2)) : header.group(3);
        open.element().headers().put(header.group(1), value);
      }
    }
    if (open.size() != 1) {
      throw new AssertionError("braces do not match in " + serverText);
    }
  }

  /// What is said with a file, by header.
  ///
  /// @param file with a slash at its start
  Map<String, String> of(String file) {
    Map<String, String> said = new LinkedHashMap<>();
    headers(server, file, Map.of())
        .forEach((name, value) -> {
          String known = value.startsWith("$") ? lookedUp(value, file) : value;
          if (!known.isEmpty()) {
            said.put(name, known);
          }
        });
    return said;
  }

  /// A place that says something says nothing of what is said around it.
  private static Map<String, String> headers(Place at, String file, Map<String, String> around) {
    Map<String, String> headers = at.headers().isEmpty() ? around : at.headers();
    Place chosen = chosen(at, file);
    return chosen == null ? headers : headers(chosen, file, headers);
  }

  private static @Nullable Place chosen(Place at, String file) {
    Place longest = null;
    for (Place place : at.inside()) {
      if (place.how().equals("=") && place.fits(file)) {
        return place;
      }
      boolean longer = longest == null || place.name().length() > longest.name().length();
      if (!place.isRegex() && !place.how().equals("=") && place.fits(file) && longer) {
        longest = place;
      }
    }
    if (longest != null && longest.how().equals("^~")) {
      return longest;
    }
    return at.inside().stream()
        .filter(place -> place.isRegex() && place.fits(file))
        .findFirst()
        .orElse(longest);
  }

  private String lookedUp(String variable, String file) {
    return maps.get(variable).entrySet().stream()
        .filter(rule -> rule.getKey().matcher(file).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String unquoted(String text) {
    return text.replace("\\\"", "\"");
  }
}
