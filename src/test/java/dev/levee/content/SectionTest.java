package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {

  @Test
  void anIndexNamesItsSection() {
    TestSite site =
        TestSite.of(
            """
            -- content/world/_index.md --
            ---
            title: The World
            tagline: All of it
            dek: And its people
            description: News from abroad
            weight: 2
            params: {colour: red}
            ---
            About *this* section.
            """);
    SectionFront front = site.content().sections().get("world");
    assertThat(front.title()).isEqualTo("The World");
    assertThat(front.tagline()).isEqualTo("All of it");
    assertThat(front.dek()).isEqualTo("And its people");
    assertThat(front.weight()).isEqualTo(2);
    assertThat(front.params()).isEqualTo(Map.of("colour", "red"));
    assertThat(front.body()).isEqualTo("About *this* section.\n");
    assertThat(front.bodyLine()).isEqualTo(9);
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void withoutATitleASectionHasThatOfItsFolder() {
    TestSite site = TestSite.of("-- content/south-east/_index.md --\n---\ntitle: ' '\n---\n");
    assertThat(site.content().sections().get("south-east").title()).isEqualTo("South east");
  }

  @Test
  void articlesTakeWhatTheirSectionsCascade() {
    TestSite site =
        TestSite.of(
            """
            -- content/_index.md --
            ---
            cascade: {author: Desk, tags: [all], params: {a: 1, b: 1}}
            ---
            -- content/world/_index.md --
            ---
            cascade: {tags: [world], params: {b: 2, c: 2}}
            ---
            -- content/world/a.md --
            ---
            title: A
            params: {c: 3}
            ---
            -- content/b.md --
            ---
            title: B
            byline: Ada
            ---
            """);
    FrontMatter a = site.article("world/a.md").frontMatter();
    assertThat(a.authors()).containsExactly("Desk");
    assertThat(a.terms()).isEqualTo(Map.of("tags", List.of("world")));
    assertThat(a.params()).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 3L));
    FrontMatter b = site.article("b.md").frontMatter();
    assertThat(b.authors()).containsExactly("Ada");
    assertThat(b.terms()).isEqualTo(Map.of("tags", List.of("all")));
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void aMistakeInACascadeIsToldOnceWhereItStands() {
    TestSite site =
        TestSite.of(
            """
            -- content/_index.md --
            ---
            cascade:
              weight: heavy
              titel: x
            ---
            -- content/a.md --
            ---
            title: A
            ---
            -- content/b.md --
            ---
            title: B
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/_index.md:3:11 error wrong-type 'weight' must be a whole number, not 'heavy'",
            "content/_index.md:4:3 warn unknown-key 'titel' is not a key of front matter"
                + " | did you mean 'title'?");
  }

  @Test
  void aSchemaHoldsForAllArticlesBelow() {
    TestSite site =
        TestSite.of(
            """
            -- content/news/_index.md --
            ---
            schema:
              description: required
              params.kicker: [Live, Analysis]
              featured: {type: flag}
              tags: {type: list, oneOf: [flood, storm], required: true}
            ---
            -- content/news/world/a.md --
            ---
            title: A
            featured: 'yes'
            tags: [flood, strom]
            params: {kicker: Liev}
            ---
            -- content/news/b.md --
            ---
            title: B
            excerpt: Good.
            tags: [storm]
            params: {kicker: Live}
            ---
            -- content/c.md --
            ---
            title: C
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/news/world/a.md:2:1 error schema this section requires 'description'"
                + " | add a line 'description: …'",
            "content/news/world/a.md:3:11 error wrong-type 'featured' must be true or false, not"
                + " 'yes'",
            "content/news/world/a.md:3:11 error schema this section wants 'featured' to be true or"
                + " false, not text",
            "content/news/world/a.md:4:15 error schema 'strom' is not a value that this section"
                + " allows for 'tags' | did you mean 'storm'?",
            "content/news/world/a.md:5:18 error schema 'Liev' is not a value that this section"
                + " allows for 'params.kicker' | did you mean 'Live'?");
  }

  @Test
  void mistakesInAnIndexAreTold() {
    TestSite site =
        TestSite.of(
            """
            -- content/news/_index.md --
            ---
            titel: News
            weight: first
            cascade: x
            schema:
              title: please
              date: {requird: true}
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/news/_index.md:2:1 warn unknown-key 'titel' is not a key that is known here"
                + " | did you mean 'title'?",
            "content/news/_index.md:3:9 error wrong-type 'weight' must be a whole number, not"
                + " 'first'",
            "content/news/_index.md:4:10 error wrong-type 'cascade' must be keys with values, not"
                + " 'x'",
            "content/news/_index.md:6:10 error wrong-type a rule is 'required', a list of values, or"
                + " keys required, type, oneOf | title: required",
            "content/news/_index.md:7:10 warn unknown-key 'requird' is not a key that is known here"
                + " | did you mean 'required'?");
  }

  @Test
  void aFolderIsASectionAtTheTopOrWithAnIndex() {
    TestSite site =
        TestSite.of(
            """
            -- content/news/2016/11/a.md --
            -- content/news/world/_index.md --
            ---
            title: World
            ---
            -- content/news/world/2016/b.md --
            -- content/news/world/c/index.md --
            -- content/d.md --
            -- content/e.md --
            ---
            section: World/South East
            ---
            """);
    for (String path :
        List.of("news/2016/11/a.md", "news/world/2016/b.md", "news/world/c/index.md", "d.md")) {
      site.file("content/" + path, "---\ntitle: T\n---\n");
    }
    assertThat(site.article("news/2016/11/a.md").section()).isEqualTo("news");
    assertThat(site.article("news/world/2016/b.md").section()).isEqualTo("news/world");
    assertThat(site.article("news/world/c/index.md").section()).isEqualTo("news/world");
    assertThat(site.article("news/world/c/index.md").fileSlug()).isEqualTo("c");
    assertThat(site.article("d.md").section()).isEmpty();
    assertThat(site.article("e.md").section()).isEqualTo("world/south-east");
  }
}
