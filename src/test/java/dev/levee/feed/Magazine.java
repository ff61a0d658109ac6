package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfigReader;
import dev.levee.content.Article;
import dev.levee.content.ArticleMemory;
import dev.levee.content.Content;
import dev.levee.content.ContentReader;
import dev.levee.content.UrlPath;
import dev.levee.problem.Problems;
import dev.levee.site.Publication;
import dev.levee.site.Site;
import dev.levee.site.SiteAssembler;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceTree;
import dev.levee.trace.Reads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A small site in a folder, and the files that are made of it.
final class Magazine {

  /// When all sites of these tests are built: noon in Toronto on the day after the election.
  static final Instant CLOCK = Instant.parse("2016-11-09T17:00:00Z");

  /// The description stands in for a summary and the title for a body.
  static final FeedTexts TEXTS = new Texts();

  private final Path folder;
  private String settings =
      """
      title: The Levee
      url: https://example.org
      timezone: America/Toronto
      language: en-CA
      """;
  private Publication publication = Publication.at(CLOCK);

  Magazine(Path folder) {
    this.folder = folder;
  }

  Magazine settings(String more) {
    settings += more;
    return this;
  }

  Magazine onlySettings(String all) {
    settings = all;
    return this;
  }

  Magazine publication(Publication other) {
    publication = other;
    return this;
  }

  Magazine file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /// An article whose body is its title in bold.
  Magazine article(String path, String frontMatter) throws IOException {
    return file(path, "---\n" + frontMatter.strip() + "\n---\nBody.\n");
  }

  SiteConfig config() {
    Problems problems = new Problems();
    SiteConfig config = SiteConfigReader.read(settings, "levee.yaml", problems);
    assertThat(problems.hasErrors()).as("%s", problems.sorted()).isFalse();
    return config;
  }

  Content content() throws IOException {
    Problems problems = new Problems();
    SourceTree tree = SourceTree.scan(folder, "content", problems);
    Content content =
        ContentReader.read(
            tree, "content", config(), GitHistory.NONE, ArticleMemory.empty(), problems);
    assertThat(problems.hasErrors()).as("%s", problems.sorted()).isFalse();
    return content;
  }

  Site site() throws IOException {
    return site(content());
  }

  Site site(Content content) {
    Problems problems = new Problems();
    Site site = SiteAssembler.assemble(config(), content, publication, problems);
    assertThat(problems.hasErrors()).as("%s", problems.sorted()).isFalse();
    return site;
  }

  /// The text of the file at an address.
  String at(String path) throws IOException {
    return text(site(), path);
  }

  static String text(Site site, String path) {
    byte[] bytes =
        new SiteFiles(site, TEXTS)
            .render(site.routes().at(new UrlPath(path)).orElseThrow(), Reads.forgetting());
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
    return text;
  }

  private record Texts() implements FeedTexts {
    @Override
    public Optional<String> picture(Article article, Reads reads) {
      return Optional.empty();
    }

    @Override
    public String summary(Article article, Reads reads) {
      return article.frontMatter().description();
    }

    @Override
    public String html(Article article, Reads reads) {
      return "<p>" + XmlFile.html(article.frontMatter().title()) + "</p>\n";
    }
  }
}
