package dev.levee.build;

import dev.levee.BuiltSite;
import dev.levee.TestPicture;
import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.site.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A small magazine that somebody edits at random, in every way that a site can be edited, and a
/// twin of it in which the same is done.
public final class SiteEdits {

  /// The edit by which the programs for pictures and style sheets are others, which a preview asks
  /// for their version only when it reads the settings.
  public static final String OTHER_PROGRAMS = "other programs";

  private static final List<String> SECTIONS = List.of("news", "news/local", "arts");
  private static final List<String> TAGS = List.of("river", "night", "Storm", "bridge");
  private static final List<String> AUTHORS = List.of("ada", "bob", "Cy Guest");
  private static final List<String> WORDS =
      List.of("water", "town", "crest", "gauge", "levee", "harbour", "council");

  private static final String NIGHT = "2016-11-09T03:00:00Z";

  private final TestSite site;
  private final TestSite twin;
  private final Random random;
  private final AskingTemplates templates;
  private final TreeSet<String> articles = new TreeSet<>();
  private final TreeMap<String, String> settings = new TreeMap<>();
  private Publication publication = Publication.at(Instant.parse("2016-11-10T12:00:00Z"));
  private String settingsFile = "levee.yaml";
  private String destination = "site";
  private String url = "";
  private boolean surge;
  private int made;

  /// @param folder where the magazine and its twin are to be
  public SiteEdits(Path folder, Random random) {
    this.site = TestSite.at(folder.resolve("site"));
    this.twin = TestSite.at(folder.resolve("twin"));
    this.random = random;
    this.templates = new AskingTemplates(random);
    templates.all().forEach(this::write);
    write("templates/assets/css/x.css", "a{}");
    write("templates/assets/css/z.css", "b{}");
    write("templates/assets/css/s.scss", "s{}");
    writePrograms();
    write("templates/assets/js/x.js", "export * from './y.js';");
    write("templates/assets/js/y.js", "export const y = 1;");
    write("content/_data/authors.yaml", "ada: {name: Ada Writer, bio: Writes}\n");
    settings.put("title", "The Gauge");
    settings.put("pagination", "{size: 3}");
    if (random.nextInt(4) > 0) {
      settings.put("archives", "false");
    }
    if (random.nextInt(4) > 0) {
      settings.put("feeds", "{formats: []}");
    }
    if (random.nextInt(4) == 0) {
      settings.put("lite", "true");
    }
    if (random.nextInt(3) == 0) {
      settings.put("search", "true");
    }
    write("other.yaml", "title: Other\nurl: https://example.org\nfeeds: {formats: []}\n" + MILD);
    writeSettings();
    for (int i = 0; i < 6; i++) {
      addArticle();
    }
    picture();
  }

  /// A build of the magazine as it is, with the options of the moment.
  public BuildOptions options() {
    BuildOptions options = options(site).withDestination(site.path(destination));
    return options.withJobs(1 + random.nextInt(2));
  }

  /// The same build of the twin, which never looks at what an earlier build left.
  public BuildOptions fromNothing() {
    return options(twin).with(Mode.CLEAN, true);
  }

  private BuildOptions options(TestSite of) {
    BuildOptions options =
        BuildOptions.of(of.folder(), publication)
            .withPath(site.path("bin").toString())
            .withSettings(of.path(settingsFile))
            .with(Mode.SURGE, surge);
    return url.isEmpty() ? options : options.withUrl(URI.create(url));
  }

  /// Edits the magazine.
  ///
  /// @return what was done: what kind of edit, then more of it behind a colon
  public String next() {
    return switch (random.nextInt(37)) {
      case 0, 1 -> addArticle();
      case 2 -> remove();
      case 3 -> rename();
      case 4, 5, 6 -> body();
      case 7 -> rewrite("title: " + words(3));
      case 8 -> rewrite("date: " + date());
      case 9 -> rewrite("tags: " + some(TAGS));
      case 10 -> rewrite("authors: " + authors());
      case 11 -> rewrite("draft: " + random.nextBoolean());
      case 12 -> rewrite((random.nextBoolean() ? "publishDate: " : "expiryDate: ") + date());
      case 13, 14, 15 -> rewrite(other());
      case 16, 17, 18 -> template();
      case 19, 20 -> data();
      case 21, 22, 23 -> setting();
      case 24, 32, 33 -> picture();
      case 25 -> tick();
      case 26, 27, 28 -> section();
      case 29 -> option();
      case 34, 35, 36 -> titles();
      case 30 -> random.nextBoolean() ? swap() : program();
      default -> "nothing";
    };
  }

  /// Harms the cache, or what was built.
  ///
  /// @return what was done
  String damage() throws IOException {
    Path cache = site.path(".levee/build");
    if (!Files.exists(cache) || !Files.exists(site.path(destination))) {
      return "nothing to harm";
    }
    byte[] bytes = Files.readAllBytes(cache);
    Path kept = site.path(".levee-of-another-branch");
    switch (random.nextInt(8)) {
      case 7 -> {
        return harmSearch();
      }
      case 0 -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(cache, bytes);
        return "bits of the cache flipped";
      }
      case 1 -> {
        Files.write(cache, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
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
        String page = pick(new TreeSet<>(BuiltSite.files(site.path(destination)).keySet()));
        site.file(destination + "/" + page, "changed by hand");
        return page + " changed by hand";
      }
      default -> {
        String page = pick(new TreeSet<>(BuiltSite.files(site.path(destination)).keySet()));
        Files.deleteIfExists(site.path(destination + "/" + page));
        return page + " removed by hand";
      }
    }
  }

  private String harmSearch() throws IOException {
    Path kept = site.path(".levee/search");
    try (Stream<Path> files = Files.exists(kept) ? Files.list(kept) : Stream.empty()) {
      for (Path file : files.toList()) {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      }
    }
    return "the index for search cut short";
  }

  private String addArticle() {
    String section = pick(SECTIONS);
    String name = random.nextInt(4) == 0 ? "/b" + made + "/index.md" : "/a" + made + ".md";
    made++;
    String path = section + name;
    articles.add(path);
    StringBuilder text = new StringBuilder("---\ntitle: " + words(3) + "\n");
    if (random.nextInt(8) > 0) {
      text.append("date: ").append(date()).append('\n');
    }
    text.append("tags: ").append(some(TAGS)).append('\n');
    text.append("authors: ").append(authors()).append('\n');
    if (random.nextInt(3) == 0) {
      text.append(other()).append('\n');
    }
    write("content/" + path, text + "---\n" + text());
    return "an article added: " + path;
  }

  private String remove() {
    if (articles.size() < 4) {
      return "nothing";
    }
    String path = pick(articles);
    delete("content/" + path);
    articles.remove(path);
    return "an article removed: " + path;
  }

  /// To another section, into a folder of its own or out of it, or to a name in other letters.
  private String rename() {
    String path = pick(articles);
    String text = read("content/" + path);
    String plain = path.replace("/index.md", ".md");
    String to =
        switch (random.nextInt(3)) {
          case 0 -> pick(SECTIONS) + "/r" + made++ + ".md";
          case 1 -> path.equals(plain) ? path.replace(".md", "/index.md") : plain;
          default -> path.replaceFirst("/[aA](\\d)", random.nextBoolean() ? "/A$1" : "/a$1");
        };
    delete("content/" + path);
    articles.remove(path);
    articles.add(to);
    write("content/" + to, text);
    return "an article renamed: " + path + " to " + to;
  }

  private String body() {
    String path = pick(articles);
    String text = read("content/" + path);
    int end = text.indexOf("\n---\n", 4) + 5;
    write("content/" + path, text.substring(0, end) + text());
    return "a text: " + path;
  }

  /// Two articles take each other's slugs.
  private String swap() {
    String one = pick(articles);
    String other = pick(articles);
    boolean swapped = read("content/" + one).contains("\nslug: one\n");
    set(one, swapped ? "slug: two" : "slug: one");
    set(other, swapped ? "slug: one" : "slug: two");
    return "slugs swapped: " + one + ", " + other;
  }

  private String program() {
    writePrograms();
    return OTHER_PROGRAMS;
  }

  /// The same for both, in a version that may be another.
  private void writePrograms() {
    String version = "Version: " + (1 + random.nextInt(3));
    TestProgram.written(site, "avifenc", TestProgram.AVIFENC.replace("Version: 1", version));
    TestProgram.written(
        site, "sass", TestProgram.SASS.replace("1.2.3", version.substring(9) + ".2.3"));
  }

  private String rewrite(String line) {
    String path = pick(articles);
    boolean title = line.startsWith("title:");
    boolean out = random.nextInt(4) == 0 && !title;
    set(path, out ? line.substring(0, line.indexOf(':') + 1) : line);
    return line.substring(0, line.indexOf(':')) + " set: " + line + " in " + path + " " + out;
  }

  /// Several articles get other titles at once, as when a branch is checked out. Those of one
  /// moment stand in the order of their titles: two may pass each other between the same
  /// neighbours.
  private String titles() {
    List<String> some = new ArrayList<>(articles);
    Collections.shuffle(some, random);
    some.sort(Comparator.comparing(path -> !read("content/" + path).contains("\ndate: " + NIGHT)));
    some = some.subList(0, 2 + random.nextInt(2));
    some.sort(Comparator.comparing(this::title));
    String first = title(some.get(0));
    String second = title(some.get(1));
    for (String path : some) {
      set(path, "title: " + words(3));
      if (random.nextInt(4) == 0) {
        set(path, "date: " + NIGHT);
      }
    }
    boolean pass = random.nextBoolean();
    if (pass) {
      set(some.get(0), "title: " + second.substring(0, second.length() - 1));
      set(some.get(1), "title: " + first + "s");
    }
    return (pass ? "titles pass each other: " : "titles set: ") + some;
  }

  private String title(String path) {
    return read("content/" + path)
        .lines()
        .filter(line -> line.startsWith("title: "))
        .findFirst()
        .orElseThrow()
        .substring(7);
  }

  /// A line of front matter in place of the one with its key; a key alone takes it out.
  private void set(String path, String line) {
    String text = read("content/" + path);
    String key = line.substring(0, line.indexOf(':') + 1);
    int end = text.indexOf("\n---\n", 4);
    String front =
        Stream.of(text.substring(0, end).split("\n", -1))
            .filter(l -> !l.startsWith(key))
            .reduce((a, b) -> a + "\n" + b)
            .orElse("---");
    write("content/" + path, front + (line.equals(key) ? "" : "\n" + line) + text.substring(end));
  }

  private String other() {
    return switch (random.nextInt(23)) {
      case 0, 1 -> "series: High water";
      case 2 -> "featured: true";
      case 3 -> "layout: " + (random.nextBoolean() ? "special" : "opinion");
      case 4 -> "image: {src: /pictures/p" + random.nextInt(3) + ".svg, alt: A " + words(1) + "}";
      case 5 -> "image: {src: p." + (random.nextBoolean() ? "svg" : "png") + ", alt: Beside it}";
      case 19 -> "image: {src: /pictures/p1.png, alt: A, focus: " + random.nextInt(9) + "0% 20%}";
      case 6 -> "aliases: [/old/" + words(1) + "/]";
      case 7 -> "weight: " + random.nextInt(3);
      case 8 -> "dek: " + words(1);
      case 9 -> "description: " + words(3);
      case 10 -> "type: opinion";
      case 11 -> "section: " + pick(SECTIONS);
      case 12 -> "slug: " + words(1);
      case 13 -> "url: /at/" + words(1) + "/";
      case 14 -> "canonical: /" + pick(articles);
      case 15 -> "updated: " + date();
      case 16 -> "params: {colour: " + words(1) + "}";
      case 17 -> "kicker: " + words(1);
      case 18 -> "corrections: [{date: 2016-11-09, text: " + words(2) + "}]";
      case 20 -> "search: " + random.nextBoolean();
      default -> "language: " + (random.nextBoolean() ? "de" : "ar");
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(4); i++) {
      text.append(
          switch (random.nextInt(19)) {
            case 18 -> "> [!TIP]\n> " + words(2);
            case 16 ->
                "<video src=\"p.mp4\"></video> <a href=\"../a" + random.nextInt(9) + "/\">r</a>";
            case 17 ->
                "<img src=\"/pictures/p1.svg\" alt=\"" + words(1) + "\"> <b>" + words(1) + "</b>";
            case 0, 1 -> "## " + words(1);
            case 2 -> "See [it](/" + pick(articles) + ") and [that](" + words(1) + ".md).";
            case 3 -> "See [it](/" + pick(articles) + "#" + words(1) + ").";
            case 4 -> "![A picture](/pictures/p" + random.nextInt(3) + ".svg)";
            case 5 -> "{{< box >}}" + words(2) + " \"so\"{{< /box >}}";
            case 6 -> "{{< link \"/" + pick(articles) + "\" >}}";
            case 7 -> "{{< data >}} {{< nosuch >}} {{< deep >}}";
            case 8 -> "```nosuch\n" + words(2) + "\n```";
            case 9 -> "<a href=\"/news/a" + random.nextInt(9) + "/#" + words(1) + "\">raw</a>";
            case 10 -> "[x](/news/one/#" + words(1) + ") [y](https://example.org/tags/night/)";
            case 11 -> "[z](/old/" + words(1) + "/) [d](/" + pick(articles) + "#deep) [w](#deep)";
            case 13 -> "![A photograph](/pictures/p" + random.nextInt(3) + ".png) ![](p.png)";
            case 14 -> "{{< shown \"/pictures/p" + random.nextInt(3) + ".png\" >}}";
            case 12 -> "[o](../arts/a" + random.nextInt(9) + ".md) ![](p.svg) [t](/tags/)";
            default -> words(30);
          });
      text.append("\n\n");
    }
    return text.toString();
  }

  /// Words of the theme, some of which no page asks for, and some of which there are not.
  private String themeWords() {
    String path = "templates/words/" + pick(List.of("en", "de", "fr")) + ".yaml";
    if (Files.exists(site.path(path)) && random.nextInt(3) == 0) {
      delete(path);
      return "words of the theme removed: " + path;
    }
    String text =
        switch (random.nextInt(4)) {
          case 0 -> "skip: " + words(1) + "\n";
          case 1 -> "moreFrom: " + words(1) + " {site}\ntip: " + words(1) + "\n";
          case 2 -> "tags: " + words(1) + "\nsearch: " + words(1) + "\n";
          default -> "archive: " + words(1) + "\nskpi: " + words(1) + "\n";
        };
    write(path, text);
    return "words of the theme: " + path + " " + text.strip().replace('\n', ' ');
  }

  private String template() {
    if (random.nextInt(4) == 0) {
      return themeWords();
    }
    if (random.nextInt(3) == 0) {
      String path = templates.extra();
      if (Files.exists(site.path(path))) {
        delete(path);
        return "a template removed: " + path;
      }
      write(path, templates.textOf(path));
      return "a template added: " + path;
    }
    String path = pick(new TreeSet<>(templates.all().keySet()));
    if (random.nextInt(6) == 0) {
      path = "templates/assets/css/" + pick(new TreeSet<>(List.of("x", "y", "z"))) + ".css";
      String names = path.contains("x.css") && random.nextBoolean() ? "@import 'z.css';" : "";
      write(path, names + words(1) + "{}");
      write("templates/assets/js/y.js", "export const y = '" + words(1) + "';");
      write("templates/assets/css/parts/_p.scss", words(1) + "{}");
      return "an asset: " + path;
    }
    write(path, templates.textOf(path));
    return "a template: " + path;
  }

  private String data() {
    String file = random.nextBoolean() ? "content/_data/facts.yaml" : "content/_data/more.yaml";
    switch (random.nextInt(4)) {
      case 0 -> {
        delete(file);
        return "data removed: " + file;
      }
      case 1 -> {
        String more = random.nextBoolean() ? "bob: Bob\n" : "";
        String name = random.nextBoolean() ? "Ada" : words(1);
        write("content/_data/authors.yaml", "ada: {name: " + name + ", bio: x}\n" + more);
        return "authors";
      }
      default -> {
        boolean facts = file.contains("facts");
        write(file, facts ? "items: [" + words(1) + ", b]\n" : "\"" + words(1) + "\"\n");
        return "data: " + file;
      }
    }
  }

  private String setting() {
    String line =
        switch (random.nextInt(34)) {
          case 0 -> "title: " + words(2);
          case 1 -> "pagination: {size: " + (2 + random.nextInt(3)) + "}";
          case 2 -> "params: {colour: " + words(1) + ", part: two}";
          case 3 -> "menus: {main: [{title: " + words(1) + ", url: /" + pick(articles) + "}]}";
          case 4 -> "relativeLinks: " + random.nextBoolean();
          case 5 -> "permalinks: {news: /n/:slug/}";
          case 6 -> "feeds: {content: full, formats: [rss, json]}";
          case 7 -> "feeds: {formats: [atom], items: " + (1 + random.nextInt(3)) + "}";
          case 8 -> "related: {count: " + random.nextInt(4) + "}";
          case 9 -> "taxonomies: {tags: " + words(1) + "}";
          case 10 -> "taxonomies: {tags: Tags, colours: Colours}";
          case 11 -> "archives: " + random.nextBoolean();
          case 12 -> "language: " + pick(List.of("de", "fr-CA", "nl"));
          case 13 -> "timezone: " + (random.nextBoolean() ? "America/Chicago" : "Asia/Tokyo");
          case 14 -> "dateFormat: " + (random.nextBoolean() ? "short" : "d. MMM uuuu");
          case 15 -> "markdown: {dialect: " + (random.nextBoolean() ? "gfm" : "commonmark") + "}";
          case 16 -> "markdown: {smartPunctuation: " + random.nextBoolean() + ", html: escape}";
          case 17 -> "markdown: {highlight: false, externalLinks: {newWindow: true}}";
          case 18 -> "contents: {depth: " + (2 + random.nextInt(3)) + "}";
          case 19 -> "slugs: ascii";
          case 20 -> "publisher: {name: " + words(1) + ", logo: /pictures/p1.svg}";
          case 21 -> "frontMatter: {aliases: {kicker: dek}}";
          case 22 -> "frontMatter: {params: [kicker]}";
          case 23 -> "tagline: " + words(2);
          case 24 -> "description: " + words(2);
          case 25 -> "copyright: " + words(2);
          case 26 -> "assets: {bundle: " + random.nextBoolean() + ", minify: false}";
          case 27 -> "assets: {integrity: true, inlineBelow: " + random.nextInt(20) + "}";
          case 28 -> "minifyHtml: " + random.nextBoolean();
          case 29 ->
              "pictures: {widths: ["
                  + (8 + random.nextInt(3))
                  + ", 16], webp: false, avif: "
                  + random.nextBoolean()
                  + "}";
          case 31 -> "lite: " + random.nextBoolean();
          case 30 -> "pictures: {quality: " + (50 + random.nextInt(3)) + ", maxMegapixels: 1}";
          case 32 -> "search: " + random.nextBoolean();
          default -> "robots: {disallow: [/" + words(1) + "/]}";
        };
    String key = line.substring(0, line.indexOf(':'));
    if (settings.containsKey(key) && random.nextBoolean() && !key.equals("title")) {
      settings.remove(key);
    } else {
      settings.put(key, line.substring(key.length() + 2));
    }
    writeSettings();
    return "setting " + key + ": " + settings.get(key);
  }

  private static final String MILD =
      "problems: {broken-link: warn, broken-anchor: warn, missing-picture: warn,"
          + " broken-picture: warn, picture-too-large: warn,"
          + " unknown-author: warn, duplicate-alias: warn, unknown-layout: warn,"
          + " unknown-shortcode: warn}\n";

  private void writeSettings() {
    StringBuilder text = new StringBuilder("url: https://example.org\n");
    settings.forEach((key, value) -> text.append(key + ": " + value + "\n"));
    write("levee.yaml", text + MILD);
  }

  private String picture() {
    String folder = articles.isEmpty() || random.nextInt(3) > 0 ? "pictures/" : folderOf();
    String path = "content/" + folder + (folder.startsWith("p") ? "p" + random.nextInt(3) : "p");
    if (random.nextBoolean()) {
      return photograph(path + ".png");
    }
    if (Files.exists(site.path(path + ".svg")) && random.nextBoolean()) {
      delete(path + ".svg");
      return "a picture removed: " + path;
    }
    write(path + ".svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" + words(1) + "\"/>");
    return "a picture: " + path;
  }

  private String photograph(String path) {
    if (Files.exists(site.path(path)) && random.nextInt(3) == 0) {
      delete(path);
      return "a photograph removed: " + path;
    }
    int width = 12 + random.nextInt(3);
    byte[] bytes =
        switch (random.nextInt(6)) {
          case 0 -> new byte[random.nextInt(2)];
          case 1 -> TestPicture.bomb(2000, 1000);
          case 2 -> TestPicture.withExif(TestPicture.jpeg(width, 10), 1 + random.nextInt(8));
          default -> TestPicture.png(width, 10);
        };
    site.file(path, bytes);
    twin.file(path, bytes);
    return "a photograph: " + path;
  }

  private String folderOf() {
    String path = pick(articles);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private String tick() {
    publication =
        new Publication(
            publication.clock().plus(Duration.ofHours(random.nextInt(-30, 60))),
            publication.drafts(),
            publication.future(),
            publication.expired());
    return "the clock: " + publication.clock();
  }

  private String option() {
    switch (random.nextInt(5)) {
      case 4 -> surge = !surge;
      case 0 -> settingsFile = settingsFile.equals("levee.yaml") ? "other.yaml" : "levee.yaml";
      case 1 -> destination = destination.equals("site") ? "elsewhere" : "site";
      case 2 -> url = url.isEmpty() ? "https://preview.example.org/branch" : "";
      default ->
          publication =
              new Publication(
                  publication.clock(),
                  random.nextBoolean(),
                  random.nextBoolean(),
                  random.nextBoolean());
    }
    return "options: "
        + settingsFile
        + " "
        + destination
        + " "
        + url
        + " "
        + surge
        + " "
        + publication;
  }

  private String section() {
    String folder =
        switch (random.nextInt(8)) {
          case 0 -> "";
          case 1 -> "tags/night/";
          case 2 -> "tags/";
          default -> pick(SECTIONS) + "/";
        };
    String path = "content/" + folder + "_index.md";
    if (Files.exists(site.path(path)) && random.nextInt(3) == 0) {
      delete(path);
      return "an _index.md removed: " + folder;
    }
    if (Files.exists(site.path(path)) && random.nextBoolean()) {
      String text = read(path);
      write(path, text.substring(0, text.indexOf("\n---\n", 4) + 5) + text());
      return "the text of an _index.md: " + folder;
    }
    String front =
        switch (random.nextInt(9)) {
          case 0 -> "cascade: {dek: " + words(1) + "}\n";
          case 1 -> "cascade: {kicker: " + words(1) + ", params: {colour: " + words(1) + "}}\n";
          case 2 -> "kicker: " + words(1) + "\n";
          case 3 -> "params: {colour: " + words(1) + "}\ndek: " + words(1) + "\n";
          case 4 -> "weight: " + random.nextInt(3) + "\ndescription: " + words(2) + "\n";
          case 5 -> "image: {src: /pictures/p1.svg, alt: x}\n";
          case 6 -> "layout: " + (random.nextBoolean() ? "term" : "nosuch") + "\n";
          case 7 -> "cascade: {layout: special}\n";
          default -> "";
        };
    write(path, "---\ntitle: " + words(1) + "\n" + front + "---\n" + text());
    return "an _index.md: " + folder + " " + front.strip().replace('\n', ' ');
  }

  /// One night has much news.
  private String date() {
    if (random.nextInt(3) == 0) {
      return NIGHT;
    }
    return Instant.parse("2016-11-06T00:00:00Z")
        .plus(Duration.ofHours(random.nextInt(150)))
        .toString();
  }

  /// Mostly known ones, as a preview reads the site anew for an article with a problem.
  private String authors() {
    return random.nextInt(3) == 0 ? some(AUTHORS) : "[ada]";
  }

  private String some(List<String> of) {
    return of.stream().filter(x -> random.nextInt(3) == 0).toList().toString();
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(pick(WORDS));
    }
    return words.toString();
  }

  private String pick(SortedSet<String> from) {
    return from.isEmpty() ? "none" : pick(List.copyOf(from));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void write(String path, String text) {
    site.file(path, text);
    twin.file(path, text);
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
      Files.deleteIfExists(twin.path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
