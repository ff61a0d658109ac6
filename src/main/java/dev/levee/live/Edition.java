package dev.levee.live;

import dev.levee.build.PublishedResource;
import dev.levee.build.RouteMaker;
import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.deliver.Redirects;
import dev.levee.output.Output;
import dev.levee.page.PageFacts;
import dev.levee.picture.Darkroom;
import dev.levee.picture.Pictures;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.render.FactsMemory;
import dev.levee.render.Renderer;
import dev.levee.search.SearchIndex;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteAnswers;
import dev.levee.source.Stamp;
import dev.levee.trace.Hash;
import dev.levee.trace.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A site as it was when its folder was last looked at, each page of which is made when it is asked
/// for. Any number of threads may ask.
public final class Edition {

  private static final Set<ProblemCode> OF_TEMPLATES =
      Set.of(ProblemCode.TEMPLATE_ERROR, ProblemCode.TEMPLATE_SYNTAX, ProblemCode.MISSING_TEMPLATE);

  private final long number;
  private final Site site;
  private final LiveTheme theme;
  private final LivePictures live;
  private final LiveSearch search;
  private final Pictures pictures;
  private final Darkroom darkroom;
  private final Renderer renderer;
  private final RouteMaker maker;
  private final SiteAnswers known;
  private final LiveHeaders headers;
  private final KeptPages kept;
  private final Problems problems;
  private final Map<Question, Long> answers = new ConcurrentHashMap<>();

  /// What is wrong with files that were asked for.
  private final Map<UrlPath, List<Problem>> fileProblems = new ConcurrentHashMap<>();

  /// Made when first asked for.
  private volatile @Nullable Map<String, String> redirects;

  /// Likewise.
  private volatile @Nullable Long files;

  /// @param number larger than that of the one before
  /// @param problems what is wrong with what was read
  Edition(
      long number,
      Site site,
      LiveTheme theme,
      LivePictures live,
      LiveSearch search,
      Pictures pictures,
      FactsMemory facts,
      KeptPages kept,
      Problems problems) {
    this.number = number;
    this.site = site;
    this.theme = theme;
    this.live = live;
    this.search = search;
    this.pictures = pictures;
    this.darkroom = live.darkroom(pictures);
    this.renderer =
        new Renderer(site, theme.templates(), theme.assets(), pictures, facts, Optional.empty());
    this.maker = new RouteMaker(site, renderer);
    this.known = site.answers();
    this.headers = new LiveHeaders(site.config().hosting(), base());
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

  /// The hash of all files that are published as they are, by what the file system says of them.
  public long files() {
    Long known = files;
    if (known == null) {
      Hash hash = new Hash();
      site.routes()
          .resources()
          .forEach(resource -> {
            Stamp stamp = resource.file().stamp();
            hash.add(resource.path().value()).add(stamp.modified()).add(stamp.changed());
          });
      known = hash.value();
      files = known;
    }
    return known;
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
    all.addAll(live.problems(site));
    List<Problem> judged = new ArrayList<>(problems.judged(all));
    fileProblems.values().forEach(judged::addAll);
    Set<Object> failures = new HashSet<>();
    for (Problem problem : kept.problems(number, this::answer)) {
      // each page tells of the same mistake in a template
      if (!OF_TEMPLATES.contains(problem.code())
          || failures.add(List.of(problem.code(), problem.location()))) {
        judged.add(problem);
      }
    }
    return judged.stream().distinct().sorted().toList();
  }

  /// Why readers of the built site would not see the page at an address; empty when they would.
  public Optional<HeldBack> heldBack(UrlPath path) {
    return site.routes()
        .at(path)
        .map(route -> route instanceof Route.Lite lite ? lite.full() : route)
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
  public Optional<Made> at(UrlPath path) {
    Optional<Route> route = site.routes().at(path);
    if (route.isPresent()) {
      return Optional.of(
          route.get() instanceof Route.Resource resource ? resource(resource) : page(route.get()));
    }
    String file = path.file();
    if (theme.has(file)) {
      return Optional.of(asset(file));
    }
    Optional<byte[]> found = search.at(file, site, renderer);
    if (found.isPresent()) {
      return Optional.of(found(file, found.get()));
    }
    return live.at(file, pictures, darkroom).map(content -> kept(content, file));
  }

  /// A file of the index for search.
  private Made found(String file, byte[] bytes) {
    Output.Content content = new Output.Bytes(bytes);
    if (!file.equals(SearchIndex.MANIFEST)) {
      return kept(content, file);
    }
    return new Made(
        Optional.of(content), false, headers.of(file, Set.of(), Set.of()), List.of(), List.of());
  }

  private Made asset(String file) {
    Optional<Output.Content> content = theme.at(file);
    List<Problem> found = problems.judged(theme.problems());
    return content.isPresent() && found.isEmpty()
        ? kept(content.get(), file)
        : new Made(content, true, headers.ofFingerprinted(file), found, List.of());
  }

  /// The name of the file says what is in it, so that it hangs on nothing.
  private Made kept(Output.Content content, String file) {
    return kept.get(
        file,
        number,
        this::answer,
        () ->
            new Made(
                Optional.of(content), true, headers.ofFingerprinted(file), List.of(), List.of()));
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
    Problems found = new Problems();
    RouteMaker.Made made = maker.make(route);
    if (made.bytes().isEmpty()) {
      made = makeAgain(route, found);
    }
    found.addAll(made.problems());
    Collection<Question> asked = made.reads().questions();
    live.note(pictures, asked);
    Optional<PageFacts> page = made.page();
    return new Made(
        made.bytes().map(Output.Bytes::new),
        false,
        headers.of(
            route.path().file(),
            page.map(PageFacts::policySources).orElse(Set.of()),
            page.map(PageFacts::preloads).orElse(Set.of())),
        problems.judged(found.added()),
        asked);
  }

  /// Why a template fails is told for all pages together, so one that fails is made once more,
  /// alone.
  private RouteMaker.Made makeAgain(Route route, Problems found) {
    synchronized (maker) {
      renderer.reportFailures(new Problems());
      RouteMaker.Made made = maker.make(route);
      renderer.reportFailures(found);
      return made;
    }
  }

  /// What cannot be published is not shown either.
  private Made resource(Route.Resource resource) {
    Problems found = new Problems();
    Optional<Output.Content> content = Optional.empty();
    Set<String> sources = Set.of();
    try {
      content = PublishedResource.of(resource, found).map(Output::content);
      sources = PublishedResource.policySources(resource, found);
    } catch (IOException e) {
      found.add(
          ProblemCode.UNREADABLE_FILE,
          resource.origin(),
          "this cannot be read: " + e.getClass().getSimpleName());
    }
    List<Problem> judged = problems.judged(found.added());
    fileProblems.put(resource.path(), judged);
    boolean refused = judged.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return new Made(
        refused ? Optional.empty() : content,
        false,
        headers.of(resource.path().file(), sources, Set.of()),
        judged,
        List.of());
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
