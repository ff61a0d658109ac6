package dev.levee.deliver;

import dev.levee.deliver.Headers.Rule;
import dev.levee.deliver.Redirects.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// The table in the form that nginx reads: one file to include in `http`, and one in `server`.
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

  private final Headers table;
  private final Redirects redirects;
  private final String variable;

  /// @param host the host of the site, by which, and by its path, its variables are told from those
  ///   of others
  public NginxConfig(Headers table, Redirects redirects, String host) {
    this.table = table;
    this.redirects = redirects;
    UUID site = UUID.nameUUIDFromBytes((host + table.base()).getBytes(StandardCharsets.UTF_8));
    this.variable = "$levee_" + Long.toHexString(site.getMostSignificantBits()) + "_";
  }

  /// What is said where, to be included in `http`.
  public String http() {
    StringBuilder text = new StringBuilder(HEAD);
    for (String name : table.names()) {
      List<Rule> rules = table.rules(name);
      if (isSame(rules)) {
        continue;
      }
      text.append("# ").append(name).append("\nmap $uri ").append(variable(name)).append(" {\n");
      lines(rules, text);
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

  /// An expression for the files at the addresses of a pattern. nginx knows files by then: a folder
  /// has become its `index.html`, unless a redirect came first.
  private static String regex(PathPattern where) {
    String last = where.wild() ? where.end() : where.start();
    String regex = PathPattern.quoted(where.start());
    regex += where.wild() ? ".*" + where.quotedEnd() : "";
    if (last.endsWith("/") && !(where.wild() && last.isEmpty())) {
      return regex + "(?:index\\.html)?";
    }
    return !last.isEmpty() && where.wild() && "/index.html".endsWith(last)
        ? regex + "(?<!/index\\.html)"
        : regex;
  }

  /// The site, to be included in `server`, beside the `root` that holds it. What is said of a site
  /// with a path is said of that path alone, so that others may lie beside it.
  public String server() {
    String base = table.base();
    if (base.isEmpty()) {
      return HEAD + directives();
    }
    return HEAD + "location ^~ " + quoted(base + "/") + " {\n" + directives().indent(4) + "}\n";
  }

  private String directives() {
    String base = table.base();
    StringBuilder text = new StringBuilder();
    text.append(
        """
        index index.html;
        charset utf-8;
        etag on;
        absolute_redirect off;
        gzip on;
        gzip_static on;
        # not gzip_vary, by which nginx would look for a .gz for those who take none
        # with the module ngx_brotli:
        # brotli_static on;
        """);
    types(text);
    headers(false, "", text);
    text.append("error_page 404 ").append(quoted(base + Headers.NOT_FOUND)).append(";\n");
    text.append("location = ").append(quoted(base + Headers.NOT_FOUND)).append(" {\n");
    text.append("    internal;\n");
    headers(true, "    ", text);
    text.append("}\n");
    for (String hidden : List.of(HeadersFile.PATH, RedirectsFile.PATH)) {
      text.append("location = ").append(quoted(base + "/" + hidden)).append(" { return 404; }\n");
    }
    text.append("location ^~ ").append(quoted(base + "/.levee/")).append(" { return 404; }\n");
    feeds(text);
    for (Redirect redirect : redirects.all()) {
      text.append("location = ").append(quoted(redirect.from())).append(" { return ");
      text.append(Redirects.STATUS).append(' ');
      text.append(quoted(redirect.to().replace("$", "%24"))).append("; }\n");
    }
    return text.toString();
  }

  /// Whether a header is the same everywhere, so that it need not be looked up.
  private boolean isSame(List<Rule> rules) {
    return isEverywhere(rules.getFirst().where());
  }

  private boolean isEverywhere(PathPattern where) {
    return where.wild() && where.end().isEmpty() && where.start().equals(table.base() + "/");
  }

  private void headers(boolean always, String indent, StringBuilder text) {
    for (String name : table.names()) {
      List<Rule> rules = table.rules(name);
      String value = isSame(rules) ? quoted(rules.getFirst().value()) : variable(name);
      boolean all = always || !OF_ANSWERS.contains(name);
      text.append(indent).append("add_header ").append(name).append(' ').append(value);
      text.append(all ? " always;\n" : ";\n");
    }
    text.append(indent).append("add_header Vary \"Accept-Encoding\" always;\n");
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

  private static void feeds(StringBuilder text) {
    Map<String, String> feeds = new TreeMap<>();
    feeds.put("rss.xml", "application/rss+xml");
    feeds.put("atom.xml", "application/atom+xml");
    feeds.put("feed.json", "application/feed+json");
    text.append("location ~ \"/(?:rss\\.xml|atom\\.xml|feed\\.json)$\" {\n");
    feeds.forEach((file, type) -> {
      text.append("    location ~ ").append(quoted("/" + PathPattern.quoted(file) + "$"));
      text.append(" { types {} default_type ").append(type).append("; }\n");
    });
    text.append("}\n");
  }

  /// nginx takes no long names unless it is told to.
  private String variable(String name) {
    return variable + new ArrayList<>(table.names()).indexOf(name);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
