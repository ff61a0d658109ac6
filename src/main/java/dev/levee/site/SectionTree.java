package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.SectionFront;
import dev.levee.content.SectionPath;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the sections of a site: every one that has an `_index.md` or a published article, and
/// those around them.
final class SectionTree {

  private SectionTree() {}

  /// The sections by path, the home page first, then the lightest.
  ///
  /// @param fronts what each `_index.md` says, by the path of its section
  /// @param all the articles, those that are not published among them
  static Map<String, Section> of(
      SiteConfig config,
      Map<String, SectionFront> fronts,
      List<Article> all,
      List<Article> articles,
      List<Article> dated) {
    NavigableSet<String> paths = new TreeSet<>();
    paths.add("");
    Set<String> heldBack = heldBack(all, articles);
    for (String path : fronts.keySet()) {
      if (!isOfTaxonomy(path, config) && !heldBack.contains(path)) {
        addWithParents(path, paths);
      }
    }
    articles.forEach(a -> addWithParents(a.section(), paths));
    Map<String, List<Article>> bySection = bySection(articles);
    List<Section> sections = new ArrayList<>();
    for (String path : paths) {
      Optional<SectionFront> front = Optional.ofNullable(fronts.get(path));
      String otherwise = path.isEmpty() ? config.title() : SectionPath.title(path);
      String title = front.map(SectionFront::title).orElse(otherwise);
      UrlPath url = new UrlPath(path.isEmpty() ? "/" : "/" + path + "/");
      Listing listing =
          path.isEmpty()
              ? new Listing(Listing.Kind.HOME, "", url, title, dated)
              : new Listing(
                  Listing.Kind.SECTION, path, url, title, bySection.getOrDefault(path, List.of()));
      sections.add(new Section(path, url, title, front, List.of(), listing));
    }
    sections.sort((a, b) -> {
      int lightest = Integer.compare(a.rank(), b.rank());
      return lightest != 0 ? lightest : a.path().compareTo(b.path());
    });
    return withChildren(sections);
  }

  /// The sections that have articles, none of which is published: their names would tell of them.
  private static Set<String> heldBack(List<Article> all, List<Article> published) {
    Set<String> sections = new HashSet<>();
    all.forEach(a -> addWithParents(a.section(), sections));
    Set<String> shown = new HashSet<>();
    published.forEach(a -> addWithParents(a.section(), shown));
    sections.removeAll(shown);
    return sections;
  }

  /// Whether an `_index.md` describes a taxonomy or a term rather than a section.
  private static boolean isOfTaxonomy(String path, SiteConfig config) {
    String first = path.split("/", -1)[0];
    return config.taxonomies().keySet().stream()
        .anyMatch(name -> Slug.of(name, config.slugs()).equals(first));
  }

  private static void addWithParents(String path, Collection<String> paths) {
    String at = path;
    while (!at.isEmpty()) {
      paths.add(at);
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
  }

  private static Map<String, List<Article>> bySection(List<Article> articles) {
    Map<String, List<Article>> bySection = new HashMap<>();
    for (Article article : articles) {
      List<String> sections = new ArrayList<>();
      addWithParents(article.section(), sections);
      sections.forEach(s -> bySection.computeIfAbsent(s, k -> new ArrayList<>()).add(article));
    }
    return bySection;
  }

  private static Map<String, Section> withChildren(List<Section> sections) {
    Map<String, List<String>> children = new HashMap<>();
    for (Section section : sections) {
      if (!section.path().isEmpty()) {
        children.computeIfAbsent(section.parent(), p -> new ArrayList<>()).add(section.path());
      }
    }
    Map<String, Section> tree = new LinkedHashMap<>();
    for (Section s : sections) {
      List<String> inside = children.getOrDefault(s.path(), List.of());
      tree.put(s.path(), new Section(s.path(), s.url(), s.title(), s.front(), inside, s.listing()));
    }
    return tree;
  }
}
