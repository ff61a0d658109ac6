package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import org.junit.jupiter.api.Test;

/// Links in raw HTML stand in the page as they are, and have to be right as they are.
class RawLinksTest {

  @Test
  void whatABrowserFindsIsRight() {
    BuiltSite site =
        site(
            "",
            """
            <a href="/mag/news/bridge/">a</a> <a href="../bridge">b</a> <a href="#c">c</a>
            <img src="map.svg"> <img src="/mag/news/flood/map.svg"> <a href="mailto:x@example.com">d</a>
            <a href="https://example.org/mag/news/bridge/#x">e</a> <a href="/another-site/">f</a>
            <a href="../bridge/index.html#deep">g</a> <a href="javascript:x()">h</a>

            <div>
              <video src="film.mp4" poster="map.svg"><a id="c" href="?q"></a></video>
            </div>
            """);
    assertThat(site.problems()).isEmpty();
    assertThat(site.page("news/flood/index.html").select(".prose a").eachAttr("href"))
        .startsWith("/mag/news/bridge/", "../bridge", "#c");
  }

  @Test
  void whatItDoesNotFindIsTold() {
    assertThat(
            site(
                    "",
                    """
                    <a href="../bridge.md">a</a> <a href="/news/bridge/">b</a>
                    <div>
                      <img src="mapp.svg">
                      <img src="../../map.svg">
                    </div>

                    <a href="#d">c</a> <a href="/mag/x/">d</a> <video src="map.svg" poster="../"></video>
                    """)
                .problems())
        .containsExactly(
            "content/news/flood/index.md:5:10 error broken-link there is no page or file"
                + " '../bridge.md' | HTML is passed on as it stands: write '/mag/news/bridge/'",
            "content/news/flood/index.md:5:39 error broken-link there is no page or file"
                + " '/news/bridge/' | HTML is passed on as it stands: write '/mag/news/bridge/'",
            "content/news/flood/index.md:7:13 error missing-picture there is no picture 'mapp.svg'"
                + " | did you mean 'map.svg'?",
            "content/news/flood/index.md:8:13 error missing-picture there is no picture"
                + " '../../map.svg' | did you mean 'map.svg'?",
            "content/news/flood/index.md:11:10 error broken-anchor this page has no heading or id"
                + " 'd' | the id of a heading is its text in small letters, with '-' for spaces",
            "content/news/flood/index.md:11:29 error broken-link there is no page or file"
                + " '/mag/x/' | name the file of a page: from where the text lies, or as"
                + " /news/flood.md",
            "content/news/flood/index.md:11:73 error missing-picture there is no picture '../' |"
                + " put it beside the article, or name it from the content folder:"
                + " /pictures/x.jpg");
  }

  @Test
  void whatIsShownAsTextIsNoLink() {
    assertThat(site("markdown: {html: escape}", "<a href=\"gone\">x</a>").problems()).isEmpty();
  }

  private static BuiltSite site(String settings, String text) {
    return BuiltSite.of(
        "-- levee.yaml --\ntitle: T\nurl: https://example.org/mag\n"
            + settings
            + """

            -- content/news/flood/map.svg --
            x
            -- content/news/flood/film.mp4 --
            x
            -- content/news/bridge.md --
            ---
            title: Bridge
            ---
            <b id="x"></b> <a name="deep"></a>
            -- content/news/flood/index.md --
            ---
            title: Flood
            date: 2016-11-08
            ---
            """
            + text);
  }
}
