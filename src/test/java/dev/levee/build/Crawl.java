package dev.levee.build;

import dev.levee.BuiltSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Follows the links of a built site as a browser would.
final class Crawl {

  private static final String HOST = "https://crawl.example";

  private final Map<String, byte[]> files;
  private final String base;

  /// @param base the path of the site's URL on its host, encoded, without a slash at its end
  Crawl(Path folder, String base) {
    this.files = BuiltSite.files(folder);
    this.base = base;
  }

  /// `page -> link` for every link of every page to a file or an anchor that is not there.
  Set<String> broken() {
    Set<String> broken = new TreeSet<>();
    files.keySet().stream().filter(f -> f.endsWith(".html")).forEach(f -> links(f, "html", broken));
    return broken;
  }

  /// The same for the links and pictures within the elements that a selector of CSS names, each as
  /// often as it stands there.
  List<String> brokenWithin(String texts) {
    List<String> broken = new ArrayList<>();
    files.keySet().stream().filter(f -> f.endsWith(".html")).forEach(f -> links(f, texts, broken));
    return broken;
  }

  /// The same for a reader who starts at the home page and clicks on everything.
  Set<String> brokenFromHome() {
    Set<String> broken = new TreeSet<>();
    Set<String> seen = new HashSet<>(Set.of("index.html"));
    Deque<String> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      for (String to : links(next.remove(), "html", broken)) {
        if (to.endsWith(".html") && seen.add(to)) {
          next.add(to);
        }
      }
    }
    return broken;
  }

  private List<String> links(String page, String within, Collection<String> broken) {
    Document html = Jsoup.parse(text(page), HOST + base + "/" + page);
    List<String> found = new ArrayList<>();
    for (Element element : html.select(within).select("[href], [src]")) {
      String attribute = element.hasAttr("href") ? "abs:href" : "abs:src";
      String link = element.attr(attribute);
      if (!link.startsWith(HOST + "/")) {
        continue;
      }
      String[] parts = link.substring(HOST.length()).split("#", 2);
      String path = parts[0].split("\\?", 2)[0];
      String file =
          path.startsWith(base + "/")
              ? decoded(path.substring(base.length() + 1))
              : "outside:" + path;
      file = file.isEmpty() || file.endsWith("/") ? file + "index.html" : file;
      if (!files.containsKey(file)) {
        broken.add(page + " -> " + element.attr(attribute.substring(4)));
      } else {
        found.add(file);
        if (parts.length > 1 && file.endsWith(".html") && !hasAnchor(file, decoded(parts[1]))) {
          broken.add(page + " -> " + element.attr(attribute.substring(4)));
        }
      }
    }
    return found;
  }

  private boolean hasAnchor(String file, String id) {
    return id.isEmpty() || Jsoup.parse(text(file)).getElementById(id) != null;
  }

  private String text(String file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    String escapes = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(escapes, StandardCharsets.UTF_8);
  }
}
