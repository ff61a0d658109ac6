package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.Golden;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import org.junit.jupiter.api.Test;

/// The page that a publisher of channels has: a channel with a name and a tagline; a headline, a
/// dek, a lead photograph with its alternative text, caption and credit, a text with links; and
/// four more from the channel, each with picture, headline and dek.
class ChannelPageTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Observer
      url: https://example.org
      pictures: {widths: [480, 960], webp: false}
      -- content/rivers/_index.md --
      ---
      title: Rivers
      tagline: What the water does
      ---
      -- content/rivers/lead.md --
      ---
      title: The river rose in one night
      dek: Nobody had seen it so high, and the gauge at the bridge ended at four metres.
      date: 2016-11-08
      image:
        src: /pictures/lead.jpg
        alt: A bridge, its arches filled with water
        caption: The bridge at noon
        credit: Photograph of the archive
      ---
      The [gauge](second.md) is read every hour, and [the law](https://law.example/) says by whom.
      """;

  @Test
  void hasAllThatItsDesignNames() {
    TestSite site = TestSite.of(SITE);
    site.file("content/pictures/lead.jpg", TestPicture.jpeg(1200, 675));
    for (String name : new String[] {"second", "third", "fourth", "fifth"}) {
      site.file("content/pictures/" + name + ".jpg", TestPicture.jpeg(960, 540));
      site.file(
          "content/rivers/" + name + ".md",
          "---\ntitle: The %1$s gauge\ndek: What the %1$s says.\ndate: 2016-11-01\nimage: /pictures/%1$s.jpg\n---\nWater.\n"
              .formatted(name));
    }
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    String page = built.page("rivers/lead/index.html").select("main").outerHtml();
    Golden.check("channel/article.html", anyFingerprint(page) + "\n");
    String channel = built.page("rivers/index.html").select("main > .plate").outerHtml();
    Golden.check("channel/plate.html", channel + "\n");
  }

  private static String anyFingerprint(String html) {
    return html.replaceAll("\\.[0-9a-f]{10}(?=\\.)", ".FINGERPRINT");
  }
}
