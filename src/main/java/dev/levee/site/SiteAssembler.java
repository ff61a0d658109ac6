package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Content;
import dev.levee.content.FrontMatter;
import dev.levee.content.SectionFront;
import dev.levee.content.SectionPath;
import dev.levee.content.UrlPath;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the site out of its content: what is published now, where it stands, and what belongs
/// together.
public final class SiteAssembler {

  private final SiteConfig config;
  private final Content content;
  private final Publication publication;
  private final Problems problems;

  private SiteAssembler(
      SiteConfig config, Content content, Publication publication, Problems problems) {
    this.config = config;
    this.content = content;
    this.publication = publication;
    this.problems = problems;
  }

  /// The site at the publication's moment. Addresses that two sources want are problems.
  public static Site assemble(
      SiteConfig config, Content content, Publication publication, Problems problems) {
    return new SiteAssembler(config, content, publication, problems).site();
  }

  private Site site() {
    List<Article> published = content.articles().stream().filter(publication::includes).toList();
    Permalinks permalinks = new Permalinks(config, problems);
    List<Optional<UrlPath>> addresses = published.parallelStream().map(permalinks::of).toList();
    Map<String, UrlPath> urls = HashMap.newHashMap(published.size());
    List<Article> articles = new ArrayList<>(published.size());
    for (int i = 0; i < published.size(); i++) {
      Article article = published.get(i);
      if (addresses.get(i).isPresent()) {
        urls.put(article.id(), addresses.get(i).get());
        articles.add(article);
      }
    }
    List<Article> dated =
        articles.stream()
            .filter(a -> a.frontMatter().date().isPresent())
            .sorted(Article.NEWEST_FIRST)
            .toList();
    Map<String, SectionFront> fronts = fronts();
    Map<String, Section> sections =
        SectionTree.of(config, fronts, content.articles(), articles, dated);
    ListingFactory listings =
        new ListingFactory(config, fronts, content.authors(), articles, dated, problems);
    List<Taxonomy> taxonomies = listings.taxonomies();
    Whole.Listings lists =
        new Whole.Listings(listings.authors(), listings.series(), listings.archive());
    List<Route.Resource> resources =
        new Resources(content, config.folders().content(), urls).routes(problems);
    RouteTable routes =
        new RouteBuilder(config, articles, urls, sections, taxonomies, lists, resources)
            .table(problems);
    PublishedFiles files = files(urls, fronts, resources, routes);
    checkPictures(articles, files);
    checkPermalinks();
    Whole whole =
        new Whole(
            config,
            publication,
            articles,
            urls,
            sections,
            taxonomies,
            lists,
            content.authors(),
            content.data(),
            routes,
            files,
            Unpublished.of(config, content, publication, files),
            new Related(relating(taxonomies, lists, sections), dated.size(), config.related()),
            new Neighbours(dated),
            dated.stream().filter(a -> a.frontMatter().featured()).toList(),
            Map.of());
    return new Site(whole);
  }

  /// What each `_index.md` says by the path of its section, of which two folders may not make one.
  private Map<String, SectionFront> fronts() {
    Map<String, SectionFront> fronts = new HashMap<>();
    new TreeMap<>(content.sections())
        .forEach((folder, front) -> {
          String path = SectionPath.of(folder, config.slugs());
          SectionFront other = fronts.putIfAbsent(path, front);
          if (other != null) {
            problems.add(
                ProblemCode.DUPLICATE_URL,
                Location.of(front.label()),
                "the address /"
                    + path
                    + (path.isEmpty() ? "" : "/")
                    + " is also that of "
                    + other.label(),
                "rename one of the folders");
          }
        });
    return fronts;
  }

  private static PublishedFiles files(
      Map<String, UrlPath> articles,
      Map<String, SectionFront> fronts,
      List<Route.Resource> resources,
      RouteTable routes) {
    Map<String, UrlPath> paths = new HashMap<>(articles);
    resources.forEach(r -> paths.put(r.file().path(), r.path()));
    fronts.forEach((path, front) -> {
      UrlPath url = new UrlPath(path.isEmpty() ? "/" : "/" + path + "/");
      if (routes.at(url).isPresent()) {
        paths.put(front.file(), url);
      }
    });
    return new PublishedFiles(paths);
  }

  /// A section is there for a pattern also when none of its articles is published yet.
  private void checkPermalinks() {
    Set<String> sections = new TreeSet<>(Set.of("*"));
    content.sections().keySet().forEach(f -> sections.add(SectionPath.of(f, config.slugs())));
    for (Article article : content.articles()) {
      String at = article.section();
      while (!at.isEmpty() && sections.add(at)) {
        at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
      }
    }
    for (String section : config.permalinks().keySet()) {
      if (!sections.contains(section)) {
        problems.add(
            ProblemCode.UNKNOWN_SETTING,
            Location.none(),
            "permalinks names '" + section + "', which is no section",
            NearestWord.hint(
                section, sections, "a section is its folders as they are in addresses"));
      }
    }
  }

  private void checkPictures(List<Article> articles, PublishedFiles files) {
    Set<String> said = new HashSet<>();
    for (Article article : articles) {
      FrontMatter.Image image = article.frontMatter().image().orElse(null);
      if (image == null || SiteLinks.isExternal(image.src())) {
        continue;
      }
      String folder = article.file().folder();
      if (files.target(folder, image.src()).isEmpty() && said.add(image.at().toString())) {
        problems.add(
            ProblemCode.MISSING_PICTURE,
            image.at(),
            "there is no picture '" + image.src() + "'",
            files
                .nearestPicture(folder, image.src())
                .map(p -> "did you mean '" + p + "'?")
                .orElse(
                    "put it beside the article, or name it from the content folder:"
                        + " /pictures/x.jpg"));
      }
    }
  }

  private static List<Listing> relating(
      List<Taxonomy> taxonomies, Whole.Listings lists, Map<String, Section> sections) {
    List<Listing> relating = new ArrayList<>();
    taxonomies.forEach(t -> t.terms().forEach(term -> relating.add(term.listing())));
    relating.addAll(lists.series().values());
    for (Section section : sections.values()) {
      if (!section.path().isEmpty()) {
        relating.add(section.listing());
      }
    }
    return relating;
  }
}
