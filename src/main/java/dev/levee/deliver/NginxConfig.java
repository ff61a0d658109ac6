package dev.levee.deliver;

import dev.levee.content.UrlPath;
import dev.levee.deliver.Headers.Rule;
import dev.levee.deliver.Redirects.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// The table in the form that nginx reads: one file to include in `http`, and one in `server`.
///
/// Headers stand in a `location` for each place, which nginx finds by a few short expressions. Only
/// where they are not the same all over a place, a variable stands for the value: its `map` tries
/// the lines of the table, for each header and each file.
public final class NginxConfig {

  private static final String HEAD =
      """
      # Written by Levee, and again by each build: change levee.yaml instead.
      """;

  /// What nginx shows for what goes wrong keeps these; how long a page may be kept is said of a
  /// page only.
  private static final List<String> OF_ANSWERS = List.of(Headers.CACHE_CONTROL, "Link");

  /// nginx reads words of less than 4,096 bytes.
  private static final int LONGEST = 2_000;

  private static final String VARY = "add_header Vary \"Accept-Encoding\" always;\n";

  private final Headers table;
  private final Redirects redirects;
  private final String variable;
  private final NginxPlaces places;
  private final Set<String> lookedUp = new TreeSet<>();
  private final String server;

  /// @param host the host of the site, by which, and by its path, its variables are told from those
  ///   of others
  public NginxConfig(Headers table, Redirects redirects, String host) {
    this.table = table;
    this.redirects = redirects;
    UUID site = UUID.nameUUIDFromBytes((host + table.base()).getBytes(StandardCharsets.UTF_8));
    this.variable = "$levee_" + Long.toHexString(site.getMostSignificantBits()) + "_";
    this.places = new NginxPlaces(table);
    this.server = HEAD + site();
  }

  /// What is looked up, to be included in `http`.
  public String http() {
    StringBuilder text = new StringBuilder(HEAD);
    for (String name : lookedUp) {
      text.append("# ").append(name).append("\nmap $uri ").append(variable(name)).append(" {\n");
      lines(table.rules(name), text);
      text.append("}\n");
    }
    return text.toString();
  }

  /// Lines that follow each other with the same value become one, so long as nginx reads it: it
  /// tries one after the other.
  private void lines(List<Rule> rules, StringBuilder text) {
    String otherwise = "";
    for (int i = 0; i < rules.size(); ) {
      String value = rules.get(i).value();
      List<String> regexes = new ArrayList<>();
      int bytes = 0;
      for (; i < rules.size() && rules.get(i).value().equals(value); i++) {
        if (isEverywhere(rules.get(i).where())) {
          otherwise = value;
          i = rules.size();
          break;
        }
        String regex = regex(rules.get(i).where());
        bytes += regex.getBytes(StandardCharsets.UTF_8).length + 1;
        if (bytes > LONGEST && !regexes.isEmpty()) {
          break;
        }
        regexes.add(regex);
      }
      if (!regexes.isEmpty()) {
        text.append("    ").append(quoted("~^(?:" + String.join("|", regexes) + ")$"));
        text.append(' ').append(quoted(value)).append(";\n");
      }
    }
    text.append("    default ").append(quoted(otherwise)).append(";\n");
  }

  private boolean isEverywhere(PathPattern where) {
    return where.wild() && where.end().isEmpty() && where.start().equals(table.base() + "/");
  }

  /// An expression for the files at the addresses of a pattern. nginx knows files by then: a folder
  /// has become its `index.html`, unless a redirect came first.
  private static String regex(PathPattern where) {
    String last = where.wild() ? where.end() : where.start();
    String regex = PathPattern.quoted(where.start());
    regex += where.wild() ? ".*" + where.quotedEnd() : "";
    if (last.endsWith("/") && !(where.wild() && last.isEmpty())) {
      return regex + "(?:index\\.html)?";
    }
    boolean index = "/index.html".endsWith(last) || last.endsWith("/index.html");
    return index && !last.isEmpty() ? regex + "(?<!/index\\.html)" : regex;
  }

  /// The site, to be included in `server`, beside the `root` that holds it. All is said of the path
  /// of the site alone, so that others may lie beside it.
  public String server() {
    return server;
  }

  private String site() {
    String base = table.base();
    StringBuilder text = new StringBuilder();
    text.append(
        """
        index index.html;
        charset utf-8;
        etag on;
        absolute_redirect off;
        # the files that a crowd asks for stay open, and are looked at again each second
        open_file_cache max=200;
        open_file_cache_valid 1s;
        gzip on;
        gzip_static on;
        # not gzip_vary, by which nginx would look for a .gz for those who take none
        # with the module ngx_brotli:
        # brotli_static on;
        """);
    types(text);
    text.append(errorPage("404", base + Headers.NOT_FOUND));
    text.append(errorPage("500 502 503 504", base + Headers.SERVER_ERROR));
    for (String hidden : List.of(HeadersFile.PATH, RedirectsFile.PATH)) {
      text.append("location = ").append(quoted(base + "/" + hidden)).append(" { return 404; }\n");
    }
    text.append("location ^~ ")
        .append(quoted(base + UrlPath.OWN + "/"))
        .append(" { return 404; }\n");
    for (String folder : places.folders()) {
      text.append(location("^~ " + quoted(folder), folder(folder)));
    }
    text.append("# what has moved\n").append(headers(base + "/", "/"));
    for (Redirect redirect : redirects.all()) {
      text.append("location = ").append(quoted(redirect.from())).append(" { return ");
      text.append(Redirects.STATUS).append(' ');
      text.append(quoted(redirect.to().replace("$", "%24"))).append("; }\n");
    }
    return location(base.isEmpty() ? "/" : "^~ " + quoted(base + "/"), text.toString());
  }

  /// What is said of a folder, and of the endings of which another thing is said: those of pages
  /// first, and the others behind one expression that most files do not fit. Expressions start with
  /// a dot: nginx looks for it first, and the address of a page has none until it is that of a
  /// file.
  private String folder(String folder) {
    String rest = headers(folder, "");
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (String ending : MediaTypes.all().keySet()) {
      String headers = headers(folder, "." + ending);
      String inside = headers + names(folder, "." + ending, headers);
      if (!inside.equals(rest)) {
        alike.computeIfAbsent(inside, i -> new ArrayList<>()).add(ending);
      }
    }
    StringBuilder pages = new StringBuilder();
    StringBuilder others = new StringBuilder();
    List<String> endings = new ArrayList<>();
    alike.forEach((inside, same) -> {
      boolean page = same.contains("html");
      (page ? pages : others).append(location(ending(same), inside));
      endings.addAll(page ? List.of() : same);
    });
    return rest + pages + (endings.isEmpty() ? "" : location(ending(endings), others.toString()));
  }

  private static String ending(List<String> endings) {
    return "~* " + quoted("\\.(?:" + String.join("|", endings) + ")$");
  }

  /// What is said of files of an ending by their names, where it is another thing.
  private String names(String folder, String ending, String usual) {
    StringBuilder text = new StringBuilder();
    for (String name : NginxPlaces.NAMES) {
      String file = name.equals("/") ? "/index.html" : name;
      if (file.endsWith(ending)) {
        String headers = headers(folder, name);
        String inside = (headers.equals(usual) ? "" : headers) + type(file);
        String regex = file.replace(ending, ")\\" + ending + "$");
        text.append(inside.isEmpty() ? "" : location("~ " + quoted("(?<=" + regex), inside));
      }
    }
    return text.toString();
  }

  private String type(String file) {
    String sent = table.of(table.base() + file).getOrDefault(Headers.CONTENT_TYPE, "");
    String type = sent.replaceFirst(";.*", ""); // nginx adds the charset
    return type.equals(MediaTypes.of(file)) ? "" : "types {}\ndefault_type " + type + ";\n";
  }

  private String headers(String folder, String end) {
    StringBuilder text = new StringBuilder();
    for (String name : table.names()) {
      Optional<String> value = places.value(name, folder, end);
      if (value.isEmpty()) {
        lookedUp.add(name);
      }
      boolean always = !OF_ANSWERS.contains(name);
      text.append(header(name, value.map(NginxConfig::quoted).orElse(variable(name)), always));
    }
    return text + VARY;
  }

  /// A page in place of what cannot be sent, with what is said of it at every address.
  private String errorPage(String statuses, String address) {
    Map<String, String> headers = table.of(address);
    StringBuilder text = new StringBuilder("internal;\n");
    for (String name : table.names()) {
      text.append(header(name, quoted(headers.getOrDefault(name, "")), true));
    }
    return "error_page "
        + statuses
        + " "
        + quoted(address)
        + ";\n"
        + location("= " + quoted(address), text + VARY);
  }

  private static String header(String name, String value, boolean always) {
    return value.equals("\"\"")
        ? ""
        : "add_header " + name + " " + value + (always ? " always;\n" : ";\n");
  }

  private static void types(StringBuilder text) {
    SortedMap<String, String> endings = new TreeMap<>();
    StringBuilder texts = new StringBuilder();
    for (Map.Entry<String, String> type : MediaTypes.all().entrySet()) {
      endings.merge(type.getValue(), type.getKey(), (all, ending) -> all + " " + ending);
    }
    endings.keySet().stream()
        .filter(MediaTypes::isText)
        .filter(type -> !type.equals("text/html")) // nginx adds it by itself
        .forEach(type -> texts.append(' ').append(type));
    texts.append(" application/feed+json");
    text.append("charset_types").append(texts).append(";\n");
    text.append("gzip_types").append(texts).append(";\n");
    text.append("types {\n");
    endings.forEach((type, ending) ->
        text.append("    ").append(type).append(' ').append(ending).append(";\n"));
    text.append("}\ndefault_type ").append(MediaTypes.UNKNOWN).append(";\n");
  }

  /// nginx takes no long names unless it is told to.
  private String variable(String name) {
    return variable + new ArrayList<>(table.names()).indexOf(name);
  }

  private static String location(String where, String inside) {
    return "location " + where + " {\n" + inside.indent(4) + "}\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
