package dev.levee;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfigReader;
import dev.levee.content.Article;
import dev.levee.content.ArticleMemory;
import dev.levee.content.Content;
import dev.levee.content.ContentReader;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.site.Publication;
import dev.levee.site.Site;
import dev.levee.site.SiteAssembler;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A whole site in one text, on disk for as long as the tests run:
///
/// ```
/// -- levee.yaml --
/// title: The Observer
/// url: https://example.org
/// -- content/news/flood.md --
/// ---
/// title: The flood
/// ---
/// Water.
/// ```
///
/// A site without `levee.yaml` gets one with a title and a URL. Every method reads the files
/// afresh, so a test may change them in between.
public final class TestSite {

  /// The moment of a site whose test does not care: noon UTC on the day after the election.
  public static final Instant CLOCK = Instant.parse("2016-11-09T12:00:00Z");

  private static final Pattern FILE = Pattern.compile("(?m)^-- (\\S.*?) --\\n");
  private static final String SETTINGS = "levee.yaml";

  private final Path folder;

  private TestSite(Path folder) {
    this.folder = folder;
  }

  /// A site that is on disk already.
  public static TestSite at(Path folder) {
    return new TestSite(folder);
  }

  /// Writes the files that a text describes; what stands before the first of them is ignored.
  public static TestSite of(String text) {
    TestSite site = new TestSite(temporaryFolder());
    site.file(SETTINGS, "title: Test\nurl: https://example.org\n");
    site.folder("content");
    Matcher files = FILE.matcher(text);
    boolean more = files.find();
    while (more) {
      String path = files.group(1);
      int start = files.end();
      more = files.find();
      site.file(path, text.substring(start, more ? files.start() : text.length()));
    }
    return site;
  }

  /// The folder that holds `levee.yaml`.
  public Path folder() {
    return folder;
  }

  /// Where a file of the site is or would be.
  public Path path(String path) {
    return folder.resolve(path);
  }

  /// Writes a file, in place of one that is there.
  public TestSite file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a file as it is, for what is not text.
  public TestSite file(String path, byte[] bytes) {
    try {
      Files.createDirectories(path(path).getParent());
      Files.write(path(path), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes an empty folder.
  public TestSite folder(String path) {
    try {
      Files.createDirectories(path(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SiteConfig config() {
    return config(new Problems());
  }

  public Content content() {
    Problems problems = new Problems();
    return content(config(problems), problems);
  }

  /// The article of a file below `content`, published or not.
  public Article article(String path) {
    return content().articles().stream()
        .filter(a -> a.id().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no article " + path + ", but " + problems()));
  }

  public Site site() {
    return site(CLOCK);
  }

  /// What every reader may see at a moment.
  public Site site(Instant clock) {
    return site(Publication.at(clock), new Problems());
  }

  public Site site(Publication publication) {
    return site(publication, new Problems());
  }

  /// Everything that is wrong with the settings, the content and the site at [#CLOCK], a line each:
  /// `path:line:column severity code message | hint`.
  public List<String> problems() {
    Problems problems = new Problems();
    site(Publication.at(CLOCK), problems);
    return problems.sorted().stream().map(TestSite::line).toList();
  }

  /// One problem as [#problems] shows it.
  public static String line(Problem p) {
    return p.location()
        + " "
        + p.severity().word()
        + " "
        + p.code().id()
        + " "
        + p.message()
        + (p.hint().isEmpty() ? "" : " | " + p.hint());
  }

  private SiteConfig config(Problems problems) {
    try {
      return SiteConfigReader.read(Files.readString(path(SETTINGS)), SETTINGS, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Content content(SiteConfig config, Problems problems) {
    String label = config.folders().content();
    try {
      SourceTree tree = SourceTree.scan(path(label), label, problems);
      GitHistory history =
          config.updatedFromGit() ? GitHistory.of(tree.root(), label, problems) : GitHistory.NONE;
      return ContentReader.read(tree, label, config, history, ArticleMemory.empty(), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Site site(Publication publication, Problems problems) {
    SiteConfig config = config(problems);
    return SiteAssembler.assemble(config, content(config, problems), publication, problems);
  }

  private static Path temporaryFolder() {
    try {
      return TestFolders.create("levee-test-site");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
