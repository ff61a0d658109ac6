package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not to be seen yet is not seen by mistake either.
class HeldBackTest {

  private static final String LOWERED =
      """
      -- levee.yaml --
      title: T
      url: https://example.org
      problems: {wrong-type: warn, bad-date: warn, keys-disagree: warn}
      -- content/news/a.md --
      ---
      title: A
      ---
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "draft: yes",
        "draft: [x]",
        "publishDate: 2099-13-45",
        "expiryDate: 2001-99-01",
        "draft: false\npublished: false",
        "published: false\ndraft: false",
        "status: someday",
      })
  void loweringAProblemNeverPublishesWhatIsHeldBack(String key) {
    BuiltSite site =
        BuiltSite.of(LOWERED + "-- content/news/s.md --\n---\ntitle: Secret\n" + key + "\n---\n");
    assertThat(site.isWritten()).isTrue();
    assertThat(site.mentioning("Secret")).isEmpty();
    assertThat(site.paths()).contains("news/a/index.html").noneMatch(p -> p.contains("/s/"));
  }

  @Test
  void leftoversOfEditorsAreNotPublished() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/a.md --
            ---
            title: A
            ---
            -- content/plan.md~ --
            secret
            -- content/.plan.md.swp --
            secret
            -- content/plan.bak --
            secret
            -- content/#plan.md# --
            secret
            """);
    assertThat(site.paths()).noneMatch(path -> path.contains("plan"));
  }

  @Test
  void aFolderOfDraftsLeavesNoTrace() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/merger/_index.md --
            ---
            title: The merger
            ---
            -- content/merger/plan.md --
            ---
            title: Plan
            draft: true
            ---
            -- content/merger/plan.svg --
            x
            -- content/other/Index.md --
            ---
            title: Other
            draft: true
            ---
            -- content/other/pic.svg --
            x
            -- content/a.md --
            ---
            title: A
            ---
            """);
    assertThat(site.mentioning("merger")).isEmpty();
    assertThat(site.paths()).noneMatch(p -> p.contains("merger") || p.contains("pic.svg"));
  }

  @Test
  void aSectionThatWouldBeADraftIsAnError() {
    TestSite site = TestSite.of("-- content/news/_index.md --\n---\ntitle: N\ndraft: true\n---\n");
    assertThat(site.problems())
        .containsExactly(
            "content/news/_index.md:3:1 error section-draft a section cannot be a draft; it is not"
                + " published while all its articles are drafts | cascade: {draft: true} makes them"
                + " drafts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"url: /.levee/x/", "aliases: [/.LEVEE/manifest]", "canonical: not an address"})
  void addressesThatCannotBeAreProblemsAndNoFaults(String key) {
    BuiltSite site = BuiltSite.of("-- content/a.md --\n---\ntitle: A\n" + key + "\n---\n");
    assertThat(site.problems()).singleElement().asString().startsWith("content/a.md:3:");
  }

  @Test
  void aFileInThePlaceOfAnAssetIsNamed() {
    TestSite text =
        TestSite.of(
            """
            -- content/a.md --
            ---
            title: A
            ---
            -- templates/404.ftlh --
            ${asset("x.css")}
            -- templates/assets/x.css --
            a{}
            """);
    String asset =
        BuiltSite.of(text).paths().stream()
            .filter(path -> path.startsWith("assets/x."))
            .findFirst()
            .orElseThrow();
    text.file("content/" + asset, "b{}\n");
    assertThat(BuiltSite.of(text).problems())
        .containsExactly(
            "content/"
                + asset
                + " error duplicate-url the address /"
                + asset
                + " is that of an asset of the theme | rename the file");
  }
}
