package dev.levee.live;

import dev.levee.build.PublishedResource;
import dev.levee.build.RouteMaker;
import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.deliver.Headers;
import dev.levee.deliver.Published;
import dev.levee.deliver.Redirects;
import dev.levee.output.Output;
import dev.levee.page.PageFacts;
import dev.levee.picture.Darkroom;
import dev.levee.picture.Pictures;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.render.FactsMemory;
import dev.levee.render.Renderer;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteAnswers;
import dev.levee.trace.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A site as it was when its folder was last looked at, each page of which is made when it is asked
/// for. Any number of threads may ask.
public final class Edition {

  private final long number;
  private final Site site;
  private final LiveTheme theme;
  private final LivePictures live;
  private final Pictures pictures;
  private final Darkroom darkroom;
  private final Renderer renderer;
  private final RouteMaker maker;
  private final SiteAnswers known;
  private final KeptPages kept;
  private final Problems problems;
  private final Map<Question, Long> answers = new ConcurrentHashMap<>();

  /// Made when first asked for.
  private volatile @Nullable Map<String, String> redirects;

  /// @param number larger than that of the one before
  /// @param problems what is wrong with what was read
  Edition(
      long number,
      Site site,
      LiveTheme theme,
      LivePictures live,
      FactsMemory facts,
      KeptPages kept,
      Problems problems) {
    this.number = number;
    this.site = site;
    this.theme = theme;
    this.live = live;
    this.pictures = live.of(site);
    this.darkroom = live.darkroom(pictures);
    this.renderer = new Renderer(site, theme.templates(), theme.assets(), pictures, facts);
    this.maker = new RouteMaker(site, renderer);
    this.known = site.answers();
    this.kept = kept;
    this.problems = problems;
  }

  public SiteConfig config() {
    return site.config();
  }

  /// The path of the site's URL, without a slash at its end; empty for a site at the root.
  public String base() {
    return site.links().base();
  }

  /// All addresses that something stands at, but for assets and smaller pictures.
  public List<Route> routes() {
    return site.routes().all();
  }

  /// Where the page of an article stands, and any other file that is published.
  ///
  /// @param path below the content folder
  public Optional<UrlPath> address(String path) {
    return site.links().target("", "/" + path);
  }

  /// What is wrong, as far as it is known: pages are not made before they are asked for. Sorted as
  /// problems are.
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems.added());
    all.addAll(theme.problems());
    List<Problem> judged = new ArrayList<>(problems.judged(all));
    judged.addAll(kept.problems(number, this::answer));
    return judged.stream().distinct().sorted().toList();
  }

  /// Why readers of the built site would not see the page at an address; empty when they would.
  public Optional<HeldBack> heldBack(UrlPath path) {
    return site.routes()
        .at(path)
        .flatMap(route ->
            route instanceof Route.ArticlePage page ? heldBack(page.article()) : Optional.empty());
  }

  private Optional<HeldBack> heldBack(Article article) {
    return site.whyUnpublished(article)
        .map(why -> new HeldBack(site.publication().state(article), why));
  }

  /// Where an old address sends readers on to, percent-encoded and from the host's root.
  ///
  /// @param address with the path of the site's URL, not percent-encoded
  public Optional<String> redirect(String address) {
    Map<String, String> table = redirects;
    if (table == null) {
      Map<String, String> all = new HashMap<>();
      Redirects.of(site).all().forEach(redirect -> all.put(redirect.from(), redirect.to()));
      table = Map.copyOf(all);
      redirects = table;
    }
    return Optional.ofNullable(table.get(address));
  }

  /// What stands at an address; empty when nothing does.
  ///
  /// @throws UncheckedIOException when the disk fails
  public Optional<Made> at(UrlPath path) {
    Optional<Route> route = site.routes().at(path);
    if (route.isPresent()) {
      return Optional.of(
          route.get() instanceof Route.Resource resource ? resource(resource) : page(route.get()));
    }
    String file = path.file();
    return theme
        .at(file)
        .or(() -> live.at(file, pictures, darkroom))
        .map(content -> made(content, headers(file, true, Set.of(), List.of())));
  }

  /// The source map of the style sheet or script at an address; nothing where there is none.
  ///
  /// @throws IOException when it cannot be made
  public Optional<String> sourceMap(UrlPath path) throws IOException {
    return theme.sourceMap(path.file());
  }

  private Made page(Route route) {
    return RouteMaker.isTimeless(route)
        ? kept.get(route.key(), number, this::answer, () -> make(route))
        : make(route);
  }

  private Made make(Route route) {
    RouteMaker.Made made = maker.make(route);
    Collection<Question> asked = made.reads().questions();
    live.note(pictures, asked);
    if (made.bytes().isEmpty()) {
      renderer.reportFailures(problems);
    }
    Optional<PageFacts> page = made.page();
    String file = route.path().file();
    return new Made(
        made.bytes().map(Output.Bytes::new),
        headers(
            file,
            false,
            page.map(PageFacts::policySources).orElse(Set.of()),
            PageFacts.preloadsOfAll(page.stream().toList())),
        problems.judged(made.problems()),
        asked);
  }

  private Made resource(Route.Resource resource) {
    try {
      Problems found = new Problems();
      Optional<Output> output = PublishedResource.of(resource, found);
      Set<String> sources = PublishedResource.policySources(resource, found);
      return new Made(
          output.map(Output::content),
          headers(resource.path().file(), false, sources, List.of()),
          problems.judged(found.added()),
          List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Made made(Output.Content content, Map<String, String> headers) {
    return new Made(Optional.of(content), headers, List.of(), List.of());
  }

  private Map<String, String> headers(
      String file, boolean fingerprinted, Set<String> sources, Collection<String> styles) {
    SortedSet<String> policy = new TreeSet<>(sources);
    List<String> files = List.of(file);
    Published published =
        Published.of(base(), files, fingerprinted ? files : List.of(), policy, styles);
    Headers headers = Headers.of(site.config().hosting(), published);
    return headers.of(headers.addressOf(file));
  }

  /// The answer that a question has in this edition.
  private long answer(Question question) {
    Long answer = answers.get(question);
    if (answer == null) {
      answer = renderer.answer(question, known);
      answers.put(question, answer);
    }
    return answer;
  }
}
