package dev.levee.build;

import dev.levee.asset.Assets;
import dev.levee.config.SiteConfig;
import dev.levee.content.ArticleMemory;
import dev.levee.content.Content;
import dev.levee.content.ContentReader;
import dev.levee.output.DirectoryTarget;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.Plan;
import dev.levee.output.Staging;
import dev.levee.picture.Pictures;
import dev.levee.picture.Shelf;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.render.FactsMemory;
import dev.levee.render.Renderer;
import dev.levee.render.Templates;
import dev.levee.site.Publication;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteAssembler;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceTree;
import dev.levee.source.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The stages of a build of a thousand articles with the built-in theme, each alone, on one thread
/// where it does not start others itself.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
public class StagesBenchmark {

  private static final int ARTICLES = 1_000;
  private static final String LABEL = "content";
  private static final Publication NOW = Publication.at(Instant.parse("2020-01-01T00:00:00Z"));

  private final Problems problems = new Problems();
  private Path folder = Path.of("");
  private SiteConfig config = LoadedSite.settings(BuildOptions.of(folder, NOW), new Problems());
  private SourceTree tree = new SourceTree(folder, List.of());
  private Content content = new Content(List.of(), Map.of(), Map.of(), Map.of(), List.of());
  private Site site = assembled();
  private Map<String, String> pages = Map.of();

  /// An empty folder for each time that the site is written.
  @State(Scope.Thread)
  public static class Destination {
    private Path folder = Path.of("");

    /// Makes it.
    @Setup(Level.Invocation)
    public void make() throws IOException {
      folder = Files.createTempDirectory("levee-stages");
    }

    /// Removes it with all that is in it.
    @TearDown(Level.Invocation)
    public void remove() throws IOException {
      removeTree(folder);
    }
  }

  /// Writes the articles, and goes through all stages once.
  @Setup
  public void site() throws IOException {
    folder = Files.createTempDirectory("levee-stages");
    Path articles = Files.createDirectories(folder.resolve(LABEL).resolve("news"));
    Files.writeString(folder.resolve("levee.yaml"), "title: Stages\nurl: https://example.org\n");
    Random random = new Random(1);
    for (int i = 0; i < ARTICLES; i++) {
      Files.writeString(articles.resolve("a" + i + ".md"), article(i, random));
    }
    config = LoadedSite.settings(BuildOptions.of(folder, NOW), problems);
    tree = scan();
    content = read();
    site = assemble();
    pages = new LinkedHashMap<>();
    Renderer renderer = renderer();
    for (Route route : articlePages()) {
      pages.put(route.path().file(), renderer.render(route).html().orElseThrow());
    }
    List<Problem> wrong = problems.sorted();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.toString());
    }
  }

  private static String article(int number, Random random) {
    StringBuilder text = new StringBuilder("---\ntitle: Article ").append(number);
    text.append("\ndate: 2016-11-0").append(1 + number % 8).append("T08:00:00Z");
    text.append("\ntags: [t")
        .append(number % 40)
        .append(", u")
        .append(number % 7)
        .append("]\n---\n");
    for (int paragraph = 0; paragraph < 24; paragraph++) {
      text.append(paragraph % 6 == 0 ? "\n## Part " + paragraph + "\n\n" : "\n");
      for (int word = 0; word < 50; word++) {
        String letters = Integer.toString(random.nextInt(100_000), Character.MAX_RADIX);
        text.append(word % 17 == 3 ? "*" + letters + "* " : letters + " ");
      }
      text.append("[link](https://example.net/").append(paragraph).append(").\n");
    }
    return text.toString();
  }

  /// Removes the articles.
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    removeTree(folder);
  }

  private static void removeTree(Path top) throws IOException {
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Finds the files.
  @Benchmark
  public final SourceTree scan() throws IOException {
    return SourceTree.scan(folder.resolve(LABEL), LABEL, problems);
  }

  /// Reads front matter.
  @Benchmark
  public final Content read() {
    return ContentReader.read(
        tree, LABEL, config, GitHistory.NONE, ArticleMemory.empty(), problems);
  }

  /// Puts the site together.
  @Benchmark
  public final Site assemble() {
    return assembled();
  }

  private Site assembled() {
    return SiteAssembler.assemble(config, content, NOW, problems);
  }

  /// Renders the pages of all articles.
  @Benchmark
  public final long render() throws IOException {
    Renderer renderer = renderer();
    long length = 0;
    for (Route route : articlePages()) {
      length += renderer.render(route).html().orElseThrow().length();
    }
    return length;
  }

  /// Writes the pages of all articles into an empty folder.
  @Benchmark
  public final Plan write(Destination destination) throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(destination.folder);
        Staging staging = target.stage()) {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        staging.add(Output.of(page.getKey(), Kind.PAGE, page.getValue()));
      }
      Plan plan = staging.plan(problems).orElseThrow();
      target.apply(plan);
      return plan;
    }
  }

  private List<Route> articlePages() {
    List<Route> routes = new ArrayList<>(site.routes().all());
    routes.removeIf(route -> !(route instanceof Route.ArticlePage));
    return routes;
  }

  private Renderer renderer() throws IOException {
    Theme theme = Theme.open(folder.resolve("templates"), "templates", problems);
    return new Renderer(
        site,
        new Templates(theme, config),
        Assets.of(theme, config.assets(), folder.resolve("assets")),
        new Pictures(config, List.of(), new Shelf(folder.resolve("shelf"), true)::memory),
        FactsMemory.empty(),
        Optional.empty());
  }
}
