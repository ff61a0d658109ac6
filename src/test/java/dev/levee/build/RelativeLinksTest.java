package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import org.junit.jupiter.api.Test;

/// With `relativeLinks: true` a site can be opened from disk and moved into any folder.
class RelativeLinksTest {

  private final BuiltSite site =
      BuiltSite.of(
          TestSite.of(
              """
              -- levee.yaml --
              title: T
              url: https://example.org/mag
              relativeLinks: true
              menus: {main: [{title: News, url: /news/}]}
              -- content/news/a.md --
              ---
              title: A
              date: 2016-11-08
              aliases: [/old/a/]
              image: /b.svg
              ---
              [b](b.md#x) [home](/) [out](https://example.com/) [here](#y)

              ## y
              -- content/news/b.md --
              ---
              title: B
              date: 2016-11-08
              ---
              ## x
              -- content/b.svg --
              <svg xmlns="http://www.w3.org/2000/svg"/>
              -- templates/404.ftlh --
              ${href("/news/")} ${asset("css/main.css")}
              -- templates/article.ftlh --
              <a href="${site.href}"><#list site.menus.main as m>${m.href} ${m.current?c}</#list>
              ${article.content}${(article.image.src)!} ${page.canonical} ${asset("css/main.css")}
              """));

  @Test
  void linksClimbToTheRootAndNameTheFile() {
    assertThat(site.text("news/a/index.html"))
        .contains("<a href=\"../../index.html\">")
        .contains("<a href=\"../../news/b/index.html#x\">b</a>")
        .contains("<a href=\"../../index.html\">home</a>")
        .contains("<a href=\"https://example.com/\">out</a> <a href=\"#y\">here</a>")
        .contains("../../b.svg")
        .contains("../../news/index.html true")
        .contains("https://example.org/mag/news/a/ ../../assets/css/main.");
  }

  @Test
  void redirectsAreRelativeAsWell() {
    assertThat(site.text("old/a/index.html")).contains("url=../../news/a/index.html");
  }

  @Test
  void thePageForMissingAddressesIsShownAnywhereAndKeepsItsLinks() {
    assertThat(site.text("404.html")).contains("/mag/news/ /mag/assets/").doesNotContain("../");
  }
}
