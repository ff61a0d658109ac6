package dev.levee.build;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.site.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A small magazine that somebody edits at random, in every way that a site can be edited.
final class SiteEdits {

  private static final List<String> SECTIONS = List.of("news", "news/local", "arts");
  private static final List<String> TAGS = List.of("river", "night", "Storm", "bridge");
  private static final List<String> AUTHORS = List.of("ada", "bob", "Cy Guest");
  private static final List<String> WORDS =
      List.of("water", "town", "crest", "gauge", "levee", "harbour", "council");

  /// What every page may show; each article asks for one of these layouts or for none.
  private static final Map<String, String> TEMPLATES =
      Map.ofEntries(
          Map.entry(
              "base",
              """
              <!doctype html><html lang="${page.language}"><title>${page.documentTitle}</title>
              <meta name="description" content="${page.description}"><link rel="stylesheet" href="${asset("css/x.css")}">
              <nav><#list site.sections as s>${s.href} ${s.title} ${s.current?c} </#list></nav>
              <main><@main/></main><footer>${site.title} ${site.tagline} ${site.hasAuthors?c}${site.hasArchive?c}
              <#list (site.menus.main)![] as item>${item.title} ${item.href} </#list>${(site.params.colour)!}</footer></html>
              """),
          Map.entry(
              "article",
              """
              <#macro main><h1>${article.title}</h1>${article.dek}<#if article.date??>${article.date.text}</#if>
              <#list article.authors as a>${a.name} ${a.href} ${(a.data.bio)!}</#list>
              <#list article.terms.tags as t>${t.name} ${t.href} ${t.count}</#list>
              <#list article.contents as h>${h.id}</#list>${article.content}
              <#list article.related as r>${r.title} ${r.href}</#list>
              <#if article.previous??>${article.previous.title}</#if><#if article.next??>${article.next.href}</#if>
              <#if article.series??>${article.series.title} ${article.series.position} ${article.series.count}</#if>
              <#if article.image??>${article.image.src} ${article.image.alt}</#if>${article.section.title}
              <#include "/partials/end.ftlh"></#macro><#include "/base.ftlh">
              """),
          Map.entry(
              "list",
              """
              <#macro main><h1>${list.title}</h1>${list.total} ${list.pager.page}/${list.pager.pages} ${list.content}
              <#list list.items as item><h2>${item.title}</h2>${item.summary} ${item.readingTime} ${item.href}</#list>
              </#macro><#include "/base.ftlh">
              """),
          Map.entry(
              "home",
              """
              <#macro main><#list site.articles as a><#if a?counter gt 3><#break></#if>${a.title} ${a.summary}</#list>
              <#list site.featured as f>${f.title}</#list><#list site.taxonomies as x>${x.title}<#list x.terms as t>${t.name} </#list></#list>
              <#list (site.data.facts.items)![] as fact>${fact}</#list>${(site.data.more)!"-"}</#macro><#include "/base.ftlh">
              """),
          Map.entry(
              "special",
              """
              <#macro main>Special ${article.title} ${article.words}<#list site.data?keys as k>${k}</#list></#macro><#include "/base.ftlh">
              """),
          Map.entry(
              "overview",
              """
              <#macro main><#list overview.items as item>${item.title} ${item.href} ${item.count}</#list></#macro><#include "/base.ftlh">
              """),
          Map.entry("404", "<#macro main>None</#macro><#include \"/base.ftlh\">"),
          Map.entry("partials/end", "<p>The end of ${article.title}</p>"),
          Map.entry("shortcodes/box", "<div>${shortcode.content} ${site.title}</div>"),
          Map.entry("shortcodes/link", "<a href=\"${shortcode.href(shortcode.args[0])}\">x</a>"));

  private final TestSite site = TestSite.of("");
  private final Random random;
  private final TreeSet<String> articles = new TreeSet<>();
  private final TreeSet<String> pictures = new TreeSet<>();
  private final TreeMap<String, String> settings = new TreeMap<>();
  private Instant clock = Instant.parse("2016-11-10T12:00:00Z");
  private int made;

  SiteEdits(Random random) {
    this.random = random;
    TEMPLATES.forEach((name, text) -> site.file("templates/" + name + ".ftlh", text));
    for (String name : List.of("section", "term", "author", "series", "archive")) {
      site.file("templates/" + name + ".ftlh", "<#include \"/list.ftlh\">");
      site.file(
          "templates/" + name + (name.equals("author") ? "s" : "") + "/overview.ftlh",
          "<#include \"/overview.ftlh\">");
    }
    site.file("templates/assets/css/x.css", "a{}");
    site.file("content/_data/authors.yaml", "ada: {name: Ada Writer, bio: Writes}\n");
    settings.put("title", "The Gauge");
    settings.put("pagination", "{size: 3}");
    writeSettings();
    for (int i = 0; i < 7; i++) {
      addArticle();
    }
    addPicture();
  }

  /// A build of the magazine as it is, at the moment that its clock shows.
  BuildOptions options() {
    return BuildOptions.of(site.folder(), Publication.at(clock));
  }

  /// The same build of a copy of the magazine that has never been built.
  BuildOptions copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(site.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path path = site.folder().relativize(file);
        if (!path.startsWith("site") && !path.startsWith(".levee")) {
          Files.createDirectories(folder.resolve(path).getParent());
          Files.copy(file, folder.resolve(path));
        }
      }
    }
    return BuildOptions.of(folder, Publication.at(clock));
  }

  /// Edits the magazine.
  ///
  /// @return what was done
  String next() {
    return switch (random.nextInt(24)) {
      case 0, 1 -> addArticle();
      case 2 -> remove();
      case 3 -> rename();
      case 4, 5, 6 -> change("body", bodyOf(pick(articles)));
      case 7 -> rewrite("title", "title: " + words(3));
      case 8 -> rewrite("date", "date: " + date());
      case 9 -> rewrite("tags", "tags: " + some(TAGS));
      case 10 -> rewrite("draft", "draft: " + random.nextBoolean());
      case 11 -> rewrite("publishDate", "publishDate: " + date());
      case 12 -> rewrite("expiryDate", "expiryDate: " + date());
      case 13 -> rewrite("other", other());
      case 14, 15 -> template();
      case 16 -> data();
      case 17, 18 -> setting();
      case 19 -> random.nextBoolean() ? addPicture() : dropPicture();
      case 20, 21 -> tick();
      case 22 -> section();
      default -> "nothing";
    };
  }

  /// Harms the cache, or what was built.
  ///
  /// @return what was done
  String damage() throws IOException {
    Path cache = site.path(".levee/build");
    if (!Files.exists(cache)) {
      return "no cache";
    }
    byte[] bytes = Files.readAllBytes(cache);
    Path kept = site.path(".levee-of-another-branch");
    switch (random.nextInt(7)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(cache, bytes);
        return "bits of the cache flipped";
      }
      case 1 -> {
        Files.write(cache, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        return "the cache cut short";
      }
      case 2 -> {
        Files.delete(cache);
        return "the cache lost";
      }
      case 3 -> {
        Files.copy(cache, kept, StandardCopyOption.REPLACE_EXISTING);
        return "the cache set aside";
      }
      case 4 -> {
        if (Files.exists(kept)) {
          Files.copy(kept, cache, StandardCopyOption.REPLACE_EXISTING);
        }
        return "the cache of another time brought back";
      }
      case 5 -> {
        String page = pick(new TreeSet<>(BuiltSite.files(site.path("site")).keySet()));
        site.file("site/" + page, "changed by hand");
        return "site/" + page + " changed by hand";
      }
      default -> {
        String page = pick(new TreeSet<>(BuiltSite.files(site.path("site")).keySet()));
        Files.delete(site.path("site/" + page));
        return "site/" + page + " removed by hand";
      }
    }
  }

  private String addArticle() {
    String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
    String name = random.nextInt(4) == 0 ? "/bundle-" + made + "/index.md" : "/a" + made + ".md";
    made++;
    String path = section + name;
    articles.add(path);
    StringBuilder text = new StringBuilder("---\ntitle: " + words(3) + "\n");
    if (random.nextInt(8) > 0) {
      text.append("date: ").append(date()).append('\n');
    }
    text.append("tags: ").append(some(TAGS)).append('\n');
    text.append("authors: ").append(some(AUTHORS)).append('\n');
    if (random.nextInt(3) == 0) {
      text.append(other()).append('\n');
    }
    site.file("content/" + path, text + "---\n" + body());
    return "added " + path;
  }

  private String remove() {
    if (articles.size() < 4) {
      return "nothing";
    }
    String path = pick(articles);
    delete("content/" + path);
    articles.remove(path);
    return "removed " + path;
  }

  private String rename() {
    String path = pick(articles);
    String text = read("content/" + path);
    delete("content/" + path);
    articles.remove(path);
    String to = SECTIONS.get(random.nextInt(SECTIONS.size())) + "/r" + made++ + ".md";
    articles.add(to);
    site.file("content/" + to, text);
    return "renamed " + path + " to " + to;
  }

  private String bodyOf(String path) {
    String text = read("content/" + path);
    int end = text.indexOf("\n---\n", 4) + 5;
    site.file("content/" + path, text.substring(0, end) + body());
    return path;
  }

  private static String change(String what, String path) {
    return "changed the " + what + " of " + path;
  }

  private String rewrite(String key, String line) {
    String path = pick(articles);
    String text = read("content/" + path);
    String name = line.substring(0, line.indexOf(':'));
    int end = text.indexOf("\n---\n", 4);
    String front =
        Stream.of(text.substring(0, end).split("\n", -1))
            .filter(l -> !l.startsWith(name + ":"))
            .reduce((a, b) -> a + "\n" + b)
            .orElse("---");
    String without = random.nextInt(4) == 0 && !key.equals("title") ? "" : "\n" + line;
    site.file("content/" + path, front + without + text.substring(end));
    return "set " + line + " in " + path + (without.isEmpty() ? " (taken out)" : "");
  }

  private String other() {
    return switch (random.nextInt(8)) {
      case 0 -> "series: High water";
      case 1 -> "featured: true";
      case 2 -> "layout: special";
      case 3 -> "image: {src: /pictures/p" + random.nextInt(3) + ".svg, alt: A picture}";
      case 4 -> "aliases: [/old/" + words(1) + "/]";
      case 5 -> "weight: " + random.nextInt(3);
      case 6 -> "dek: " + words(4);
      default -> "language: " + (random.nextBoolean() ? "de" : "fr");
    };
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i <= random.nextInt(5); i++) {
      body.append(
          switch (random.nextInt(9)) {
            case 0 -> "## " + words(2);
            case 1 -> "See [it](/" + pick(articles) + ") and [that](" + words(1) + ".md).";
            case 2 -> "See [it](/" + pick(articles) + "#" + words(1) + ").";
            case 3 -> "![A picture](/pictures/p" + random.nextInt(3) + ".svg)";
            case 4 -> "{{< box >}}" + words(2) + "{{< /box >}}";
            case 5 -> "{{< link \"/" + pick(articles) + "\" >}}";
            case 6 -> "```nosuch\n" + words(2) + "\n```";
            case 7 -> "<a href=\"/news/a" + random.nextInt(9) + "/\">raw</a>";
            default -> words(30);
          });
      body.append("\n\n");
    }
    return body.toString();
  }

  private String template() {
    TreeSet<String> names = new TreeSet<>(TEMPLATES.keySet());
    names.add("news/article");
    names.add("hooks/heading");
    String name = pick(names);
    String path = "templates/" + name + ".ftlh";
    boolean extra = !TEMPLATES.containsKey(name);
    if (extra && Files.exists(site.path(path)) && random.nextBoolean()) {
      delete(path);
      return "removed " + path;
    }
    String text =
        switch (name) {
          case "news/article" -> "<#include \"/article.ftlh\">";
          case "hooks/heading" -> "<h${element.level}>${element.text}</h${element.level}>";
          default -> TEMPLATES.getOrDefault(name, "");
        };
    site.file(path, text + "<!-- " + random.nextInt(3) + " -->");
    return "changed " + path;
  }

  private String data() {
    String file = random.nextBoolean() ? "content/_data/facts.yaml" : "content/_data/more.yaml";
    switch (random.nextInt(4)) {
      case 0 -> {
        delete(file);
        return "removed " + file;
      }
      case 1 -> {
        site.file(
            "content/_data/authors.yaml", "ada: {name: Ada, bio: " + words(2) + "}\nbob: Bob\n");
        return "changed the authors";
      }
      default -> {
        boolean facts = file.contains("facts");
        site.file(file, facts ? "items: [" + words(1) + ", b]\n" : "\"" + words(1) + "\"\n");
        return "changed " + file;
      }
    }
  }

  private String setting() {
    String[] one =
        switch (random.nextInt(9)) {
          case 0 -> new String[] {"title", words(2)};
          case 1 -> new String[] {"pagination", "{size: " + (2 + random.nextInt(3)) + "}"};
          case 2 -> new String[] {"params", "{colour: " + words(1) + "}"};
          case 3 -> new String[] {"menus", "{main: [{title: " + words(1) + ", url: /news/}]}"};
          case 4 -> new String[] {"relativeLinks", "" + random.nextBoolean()};
          case 5 -> new String[] {"permalinks", "{news: /n/:slug/}"};
          case 6 -> new String[] {"feeds", "{content: full, formats: [rss, json]}"};
          case 7 -> new String[] {"related", "{count: " + random.nextInt(4) + "}"};
          default -> new String[] {"taxonomies", "{tags: " + words(1) + "}"};
        };
    if (settings.containsKey(one[0]) && random.nextBoolean() && !one[0].equals("title")) {
      settings.remove(one[0]);
    } else {
      settings.put(one[0], one[1]);
    }
    writeSettings();
    return "set " + one[0] + ": " + settings.get(one[0]);
  }

  private void writeSettings() {
    StringBuilder text = new StringBuilder("url: https://example.org\n");
    settings.forEach((key, value) -> text.append(key + ": " + value + "\n"));
    text.append("problems: {broken-link: warn, broken-anchor: warn, missing-picture: warn,");
    text.append(" unknown-author: warn, duplicate-alias: warn, unknown-layout: warn}\n");
    site.file("levee.yaml", text.toString());
  }

  private String addPicture() {
    String path = "pictures/p" + random.nextInt(3) + ".svg";
    pictures.add(path);
    site.file(
        "content/" + path, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" + words(1) + "\"/>");
    return "put " + path;
  }

  private String dropPicture() {
    if (pictures.isEmpty()) {
      return "nothing";
    }
    String path = pick(pictures);
    delete("content/" + path);
    pictures.remove(path);
    return "removed " + path;
  }

  private String tick() {
    clock = clock.plus(Duration.ofHours(random.nextInt(-30, 60)));
    return "the clock shows " + clock;
  }

  private String section() {
    String path = "content/" + SECTIONS.get(random.nextInt(SECTIONS.size())) + "/_index.md";
    if (Files.exists(site.path(path)) && random.nextInt(3) == 0) {
      delete(path);
      return "removed " + path;
    }
    String cascade = random.nextInt(4) == 0 ? "cascade: {dek: " + words(1) + "}\n" : "";
    site.file(path, "---\ntitle: " + words(2) + "\n" + cascade + "---\n" + body());
    return "changed " + path;
  }

  private String date() {
    return Instant.parse("2016-11-06T00:00:00Z")
        .plus(Duration.ofHours(random.nextInt(150)))
        .toString();
  }

  private String some(List<String> of) {
    return of.stream().filter(x -> random.nextInt(3) == 0).toList().toString();
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }

  private String pick(TreeSet<String> from) {
    return from.stream().skip(random.nextInt(Math.max(1, from.size()))).findFirst().orElse("none");
  }

  private String read(String path) {
    try {
      return Files.readString(site.path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String path) {
    try {
      Files.deleteIfExists(site.path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
