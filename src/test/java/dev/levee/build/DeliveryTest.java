package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// What a build says of how its site is served, when pages are made and when they are kept.
class DeliveryTest {

  private static final String SITE =
      """
      -- content/news/flood.md --
      ---
      title: Flood
      image: flood.svg
      ---
      Water.
      -- content/news/flood.svg --
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>
      -- content/news/quiz.md --
      ---
      title: Quiz
      ---
      A quiz.

      <script>quiz()</script>
      """;

  @Test
  void thePolicyKnowsOfPagesThatWereKept() {
    TestSite site = TestSite.of(SITE);
    String first = BuiltSite.of(site).text("_headers");
    assertThat(first).containsPattern("script-src 'self' 'sha256-[^']+'");
    site.file("content/news/other.md", "---\ntitle: Other\n---\n<style>p { color: red }</style>\n");
    BuiltSite second = BuiltSite.of(site);
    assertThat(second.report().metrics().keptRoutes()).isPositive();
    assertThat(second.text("_headers"))
        .containsPattern("script-src 'self' 'sha256-[^']+'")
        .containsPattern("style-src 'self' 'sha256-[^']+'");
    site.file("content/news/quiz.md", "---\ntitle: Quiz\n---\nNo more.\n");
    assertThat(BuiltSite.of(site).text("_headers")).doesNotContain("script-src");
  }

  @Test
  void anAuthorsOwnHeadersAreNotPublished() {
    TestSite site = TestSite.of(SITE).file("content/_headers", "/*\n  X-Own: yes\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.text("_headers")).contains("X-Content-Type-Options").doesNotContain("X-Own");
  }

  @Test
  void aFileOfAnAuthorAmongAssetsIsNotKeptForAYear() {
    TestSite site = TestSite.of(SITE).file("content/assets/scan.0123456789.pdf", "PDF");
    assertThat(BuiltSite.of(site).text("_headers"))
        .doesNotContain("/assets/*\n")
        .containsPattern("/assets/css/\\*\n  Cache-Control: .*immutable");
  }

  @Test
  void aPolicyThatGrowsTooLongSaysWhichPageAsksForMost() {
    TestSite site = TestSite.of(SITE);
    StringBuilder styled = new StringBuilder("---\ntitle: Styled\n---\n");
    for (int i = 0; i < 100; i++) {
      styled.append("<p style=\"width: ").append(i).append("px\">x</p>\n\n");
    }
    site.file("content/news/styled.md", styled.toString());
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).isTrue();
    assertThat(built.problems())
        .anyMatch(problem -> problem.startsWith("content/news/styled.md warn policy-limit"));
    assertThat(built.text("_headers"))
        .containsPattern("script-src 'self' 'sha256-[^']+'")
        .doesNotContain("'unsafe-hashes'");
  }

  @Test
  void pagesOverTheBudgetAreNamedAlsoWhenTheyAreKept() {
    TestSite site = TestSite.of(SITE);
    String settings = "title: T\nurl: https://example.org\n";
    site.file("levee.yaml", settings + "budget: {html: 100KB, css: 1MB, js: 0, pictures: 1KB}\n");
    assertThat(BuiltSite.of(site).problems()).isEmpty();
    site.file(
        "content/news/flood.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'><desc>" + "x".repeat(1500) + "</desc></svg>");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.report().metrics().keptRoutes()).isPositive();
    assertThat(built.isWritten()).isTrue();
    assertThat(built.problems())
        .contains(
            "content/news/flood.md warn over-budget /news/flood/: the first view has 1.6 KB of"
                + " pictures, over the budget of 1 KB | news/flood.svg weighs most: 1.6 KB");
    assertThat(BuiltSite.of(site).problems()).isEqualTo(built.problems());
    site.file("levee.yaml", settings + "budget: {pictures: 1KB}\nproblems: {over-budget: error}\n");
    assertThat(BuiltSite.of(site).isWritten()).isFalse();
  }

  @Test
  void theHeaviestPageIsTheOneWithThePicture() {
    assertThat(
            Metrics.greatest(BuiltSite.of(SITE).report().metrics().weights(), 1)
                .getFirst()
                .getKey())
        .isNotEmpty();
  }

  @Test
  void textsGetCompressedFormsOnceForAContent() throws Exception {
    TestSite site = TestSite.of(SITE);
    BuildOptions options = BuiltSite.options(site).with(Mode.PRECOMPRESS, true);
    BuiltSite first = BuiltSite.build(options);
    int made = first.report().metrics().compressed();
    assertThat(made).isPositive();
    assertThat(first.paths())
        .contains("index.html.gz", "index.html.br")
        .doesNotContain("_headers.gz", "news/flood.svg.gz");
    byte[] unpacked =
        new GZIPInputStream(new ByteArrayInputStream(first.bytes("index.html.gz"))).readAllBytes();
    assertThat(unpacked).isEqualTo(first.bytes("index.html"));
    BuiltSite second = BuiltSite.build(options);
    assertThat(second.report().metrics().compressed()).isZero();
    assertThat(second.report().applied().orElseThrow().puts()).isZero();
    assertThat(second.digests()).isEqualTo(first.digests());
    BuiltSite clean = BuiltSite.build(options.with(Mode.CLEAN, true));
    assertThat(clean.report().metrics().compressed()).isZero();
  }

  @Test
  void aDamagedFormIsMadeAgainAndUnusedOnesGo() throws Exception {
    TestSite site = TestSite.of(SITE);
    BuildOptions options = BuiltSite.options(site).with(Mode.PRECOMPRESS, true);
    BuiltSite first = BuiltSite.build(options);
    Path cache = site.path(".levee/compressed");
    List<Path> forms = list(cache);
    Files.write(forms.getFirst(), new byte[] {1, 2, 3});
    BuiltSite second = BuiltSite.build(options);
    assertThat(second.report().metrics().compressed()).isEqualTo(1);
    assertThat(second.digests()).isEqualTo(first.digests());
    Files.delete(site.path("content/news/quiz.md"));
    BuiltSite.build(options);
    assertThat(list(cache)).doesNotContainSequence(forms);
    assertThat(list(cache).size()).isLessThan(forms.size());
  }

  @Test
  void withoutCompressionTheFormsGo() {
    TestSite site = TestSite.of(SITE);
    BuiltSite.build(BuiltSite.options(site).with(Mode.PRECOMPRESS, true));
    assertThat(BuiltSite.of(site).paths()).noneMatch(path -> path.endsWith(".gz"));
  }

  @Test
  void aConfigurationThatSomebodyWroteIsNotReplaced() throws Exception {
    TestSite site = TestSite.of(SITE);
    site.file("levee.yaml", "title: T\nurl: https://example.org\nservers: [nginx, caddy]\n");
    site.file("servers/caddy/Caddyfile", "example.org\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).isFalse();
    assertThat(built.problems())
        .containsExactly(
            "servers/caddy/Caddyfile error file-not-ours Levee did not write"
                + " 'servers/caddy/Caddyfile', and the configuration of a server would replace it"
                + " | move it away or remove it; Levee replaces only what it wrote");
    Files.delete(site.path("servers/caddy/Caddyfile"));
    assertThat(BuiltSite.of(site).isWritten()).isTrue();
    assertThat(Files.readString(site.path("servers/caddy/Caddyfile"))).startsWith("# Written by");
    assertThat(BuiltSite.of(site).isWritten()).isTrue();
  }

  @Test
  void configurationsGoWithTheirSetting() throws Exception {
    TestSite site = TestSite.of(SITE);
    String settings = "title: T\nurl: https://example.org\n";
    site.file("levee.yaml", settings + "servers: [nginx, caddy]\n");
    site.file("servers/nginx/mine.conf", "# mine\n");
    BuiltSite.of(site);
    site.file("levee.yaml", settings + "servers: [nginx]\n");
    BuiltSite.of(site);
    assertThat(site.path("servers/caddy")).doesNotExist();
    assertThat(site.path("servers/nginx/http.conf")).exists();
    SiteBuilder.forget(site.folder());
    assertThat(list(site.path("servers/nginx")))
        .containsExactly(site.path("servers/nginx/mine.conf"));
  }

  @Test
  void aCompressedFileOfAnotherContentIsSaid() throws Exception {
    TestSite site = TestSite.of(SITE);
    site.file("content/news/data.csv", "a,b\n");
    site.file("content/news/data.csv.gz", gzip("a,b,c\n"));
    site.file("content/news/same.csv", "a,b\n");
    site.file("content/news/same.csv.gz", gzip("a,b\n"));
    site.file("content/news/alone.csv.gz", "no gzip");
    site.file("content/news/broken.csv", "a,b\n");
    site.file("content/news/broken.csv.gz", "no gzip");
    assertThat(BuiltSite.of(site).problems())
        .filteredOn(problem -> problem.contains("other-content"))
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("content/news/data.csv.gz error other-content"))
        .anyMatch(problem -> problem.startsWith("content/news/broken.csv.gz error other-content"));
  }

  @Test
  void anAuthorsPageIsLookedAtUnlessItIsHuge() {
    TestSite site = TestSite.of(SITE);
    site.file("content/own/a.html", "<img src='https://a.example.net/x.png'>");
    site.file("content/own/b.html", "<img src='https://b.example.net/x'>" + " ".repeat(5 << 20));
    site.file("content/own/c.xml", "<a>" + " ".repeat(5 << 20) + "</a>");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.text("_headers"))
        .contains("https://a.example.net")
        .doesNotContain("https://b.example.net");
    assertThat(built.problems())
        .filteredOn(problem -> problem.contains("policy-limit"))
        .singleElement()
        .asString()
        .startsWith("content/own/b.html warn policy-limit a page of more than 4 MB");
  }

  private static byte[] gzip(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
