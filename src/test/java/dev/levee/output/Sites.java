package dev.levee.output;

import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small random sites whose pages point at each other, and a reader who follows every link.
public final class Sites {

  static final String END = "<!-- end -->\n";

  /// A link of a file, the path being its first group.
  public static final Pattern HREF = Pattern.compile("href=(\\S+)");

  private static final int ARTICLES = 9;

  private Sites() {}

  /// What a site has at a path.
  public record File(Kind kind, String text) {}

  /// A site in which no link is broken: articles with neighbours, related articles and pictures, a
  /// list, a tag page, a feed, and a style sheet whose name changes with its content.
  public static Map<String, File> random(Random random) {
    Map<String, File> site = new TreeMap<>();
    String css = "assets/main." + random.nextInt(3) + ".css";
    String font = "assets/font." + random.nextInt(2) + ".woff";
    List<Integer> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      if (random.nextInt(3) > 0) {
        articles.add(i);
      }
    }
    site.put(css, file(Kind.ASSET, css, random.nextInt(2), List.of(font)));
    site.put(font, file(Kind.ASSET, font, 0, List.of()));
    site.put("feed.xml", file(Kind.FEED, "feed", random.nextInt(9), pages(articles)));
    List<String> all = new ArrayList<>(pages(articles));
    all.addAll(List.of(css, "feed.xml", "tags/index.html"));
    site.put("tags/index.html", file(Kind.LIST, "tags", random.nextInt(2), all));
    site.put("index.html", file(Kind.HOME, "home", random.nextInt(2), all));
    for (int at = 0; at < articles.size(); at++) {
      List<String> links = new ArrayList<>(List.of(css, "index.html", "feed.xml"));
      if (at > 0) {
        links.add(page(articles.get(at - 1)));
      }
      if (at + 1 < articles.size()) {
        links.add(page(articles.get(at + 1)));
      }
      links.add(page(articles.get(random.nextInt(articles.size()))));
      String picture = "news/" + articles.get(at) + "/" + random.nextInt(2) + ".jpg";
      site.put(picture, file(Kind.PICTURE, picture, 0, List.of()));
      links.add(picture);
      String page = page(articles.get(at));
      site.put(page, file(Kind.PAGE, page, random.nextInt(2), links));
    }
    return site;
  }

  private static List<String> pages(List<Integer> articles) {
    return articles.stream().map(Sites::page).toList();
  }

  private static String page(int article) {
    return "news/" + article + "/index.html";
  }

  /// A file that links to others.
  public static File file(Kind kind, String title, int version, Collection<String> links) {
    StringBuilder text = new StringBuilder(title + " " + version + "\n");
    links.forEach(link -> text.append("href=").append(link).append('\n'));
    return new File(kind, text.append(END).toString());
  }

  static void stage(Staging staging, Map<String, File> site) throws IOException {
    for (Map.Entry<String, File> e : site.entrySet()) {
      staging.add(Output.of(e.getKey(), e.getValue().kind(), e.getValue().text()));
    }
  }

  static Applied build(Path folder, Map<String, File> site) throws IOException {
    Problems problems = new Problems();
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      stage(staging, site);
      Plan plan =
          staging
              .plan(problems)
              .orElseThrow(() -> new AssertionError(problems.sorted().toString()));
      return target.apply(plan);
    }
  }

  /// The files of a folder and what they say, Levee's own folder left out.
  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return dir.endsWith(OutputPath.OWN_FOLDER)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            files.put(
                folder.relativize(file).toString(),
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  public static Map<String, String> texts(Map<String, File> site) {
    Map<String, String> texts = new TreeMap<>();
    site.forEach((path, file) -> texts.put(path, file.text()));
    return texts;
  }

  /// The links that lead nowhere, as `page -> missing`, for a reader who starts at these pages and
  /// clicks on everything. A link to a folder leads to its `index.html`.
  public static Set<String> brokenLinks(Map<String, String> files, Collection<String> starts) {
    Set<String> broken = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>();
    starts.stream().filter(files::containsKey).forEach(next::add);
    while (!next.isEmpty()) {
      String page = next.remove();
      if (!seen.add(page)) {
        continue;
      }
      Matcher link = HREF.matcher(files.get(page));
      while (link.find()) {
        String to = link.group(1);
        if (files.containsKey(to)) {
          next.add(to);
        } else if (files.containsKey(to + "/index.html")) {
          next.add(to + "/index.html");
        } else {
          broken.add(page + " -> " + to);
        }
      }
    }
    return broken;
  }

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
