package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a template or a text can ask: when the answer is another, the page is made again. Each
/// page asks for one thing only, so that no other question covers for one that is not noted.
class NotedQuestionsTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Gauge
      url: https://example.org
      pagination: {size: 2}
      feeds: {formats: [rss]}
      menus: {main: [{title: Home, url: /}]}
      problems: {broken-link: warn, broken-anchor: warn, missing-picture: warn, broken-picture: warn, unknown-layout: warn, unknown-shortcode: warn, unknown-author: warn}
      -- content/_data/facts.yaml --
      crest: 12
      -- content/_data/authors.yaml --
      ada: Ada
      -- content/news/_index.md --
      ---
      title: News
      ---
      All of it.
      -- content/news/a.md --
      ---
      title: First
      date: 2016-11-05
      tags: [river]
      series: High water
      featured: true
      layout: own
      aliases: [/old/]
      kicker: Late
      colours: [red]
      ---
      ## Crest

      #### "Low"
      -- content/news/b.md --
      ---
      title: Second
      layout: nosuc
      weight: 5
      date: 2016-11-06
      tags: [river]
      series: High water
      ---
      Two "of" them.
      -- content/news/c.md --
      ---
      title: Third
      date: 2016-11-07T12:00:00Z
      language: en
      ---
      Three "or" more.
      -- content/news/ö.md --
      ---
      title: All
      date: 2016-11-04
      updated: 2016-11-06
      publishDate: 2016-11-05
      expiryDate: 2017-11-05
      description: Said
      dek: Below
      tags: [night]
      authors: [ada]
      section: arts
      slug: all
      type: note
      weight: 2
      language: fr
      canonical: https://example.com/x
      image: {src: x.jpg, alt: An alt, caption: A caption, credit: A credit, focus: top}
      corrections: [{date: 2016-11-06, text: Wrong}]
      params: {colour: red}
      ---
      Four.
      -- content/töp.md --
      ---
      title: Top
      ---
      -- content/news/deep/one.md --
      ---
      title: One
      url: /one/
      ---
      -- content/news/hidden.md --
      ---
      title: Hidden
      draft: true
      ---
      -- content/news/later.md --
      ---
      title: Later
      publishDate: 2016-12-01
      ---
      -- content/news/over.md --
      ---
      title: Over
      expiryDate: 2016-11-01
      ---
      -- content/news/with.md --
      ---
      title: With a picture
      image: {src: /pictures/four.png, alt: Four, focus: 10% 20%}
      ---
      -- content/pictures/p.svg --
      <svg xmlns="http://www.w3.org/2000/svg"/>
      -- templates/assets/css/x.css --
      a{}
      -- templates/assets/css/i.css --
      @import "x.css";
      -- templates/assets/js/i.js --
      const style = new URL("../css/x.css", import.meta.url);
      -- templates/article.ftlh --
      An article.
      -- templates/own.ftlh --
      An article of its own.
      -- templates/home.ftlh --
      Home.
      -- templates/section.ftlh --
      A section.
      -- templates/term.ftlh --
      A term.
      -- templates/author.ftlh --
      An author.
      -- templates/series.ftlh --
      A series.
      -- templates/archive.ftlh --
      A month.
      -- templates/overview.ftlh --
      Lists.
      -- templates/authors/overview.ftlh --
      Lists.
      -- templates/series/overview.ftlh --
      Lists.
      -- templates/archive/overview.ftlh --
      Lists.
      -- templates/404.ftlh --
      Nothing.
      """;

  private static final String A = "content/news/a.md";
  private static final String B = "content/news/b.md";
  private static final String C = "content/news/c.md";
  private static final String ALL = "content/news/ö.md";
  private static final String NEWS = "content/news/_index.md";
  private static final String SETTINGS = "levee.yaml";
  private static final String FOUR = "content/pictures/four.png";

  private static final String WITH =
      "<#list site.sections as s><#list s.articles as a><#if a.image??>";

  /// A question and what makes its answer another.
  ///
  /// @param in the template, or the article's file, that asks
  /// @param asks what it has there, after what it has else
  /// @param path the file that is changed
  /// @param old what goes out of it; all of it when this is empty
  /// @param text what comes in; the file goes where there is nothing
  private record Case(String in, String asks, String path, String old, String text) {
    @Override
    public String toString() {
      return asks + " – " + path;
    }
  }

  private static Case anywhere(String asks, String path, String old, String text) {
    return new Case("templates/404.ftlh", asks, path, old, text);
  }

  private static Case setting(String asks, String line) {
    return anywhere(asks, SETTINGS, "feeds:", line + "\nfeeds:");
  }

  private static Case text(String asks, String path, String old, String text) {
    return new Case(C, asks, path, old, text);
  }

  private static Case template(String name, String asks, String path, String old, String text) {
    return new Case("templates/" + name + ".ftlh", asks, path, old, text);
  }

  static Stream<Case> cases() {
    return Stream.of(ofSite(), ofSettings(), ofArticles(), ofLists(), ofTexts(), ofTemplates())
        .flatMap(List::stream);
  }

  private static List<Case> ofSite() {
    String news = "---\ntitle: New\ndate: 2016-11-08\n---\n";
    return List.of(
        anywhere("<#list site.articles as a>${a.title}</#list>", B, "Second", "Other"),
        anywhere("<#list site.articles as a>${a.href}</#list>", B, "tags:", "slug: x\ntags:"),
        anywhere("${site.articles?size}", "content/news/d.md", "", news),
        anywhere("${site.articles?first.content}", C, "Three", "Other"),
        anywhere("${site.articles?first.summary}", C, "Three", "Other"),
        anywhere("${site.articles?first.words}", C, "Three", "Three or four"),
        anywhere("<#list site.featured as f>${f.title}</#list>", A, "First", "Other"),
        anywhere("${site.featured?size}", B, "tags:", "featured: true\ntags:"),
        anywhere("<#list site.sections as s>${s.title}</#list>", NEWS, "News", "Other"),
        anywhere(
            "<#list site.sections as s>${s.dek}</#list>", NEWS, "---\nAll", "dek: x\n---\nAll"),
        anywhere("<#list site.sections as s>${s.path}</#list>", "content/arts/d.md", "", news),
        anywhere("<#list site.sections as s>${s.count}</#list>", "content/news/d.md", "", news),
        anywhere(
            "<#list site.sections as s><#list s.articles as a>${a.title}</#list></#list>",
            B,
            "Second",
            "Other"),
        anywhere(
            "<#list site.sections as s><#list s.sections as t>${t.title}</#list></#list>",
            "content/news/local/_index.md",
            "",
            "---\ntitle: Local\n---\n"),
        anywhere(
            "<#list site.taxonomies as x>${x.title}</#list>", "content/tags/_index.md", "", NAMED),
        anywhere(
            "<#list site.taxonomies as x>${x.name}</#list>", A, "tags:", "categories: [x]\ntags:"),
        anywhere(
            "<#list site.taxonomies as x><#list x.terms as t>${t.name}</#list></#list>",
            "content/tags/river/_index.md",
            "",
            NAMED),
        anywhere(
            "<#list site.taxonomies as x><#list x.terms as t>${t.dek}</#list></#list>",
            "content/tags/river/_index.md",
            "",
            "---\ntitle: river\ndek: Wet\n---\n"),
        anywhere(
            "<#list site.taxonomies as x><#list x.terms as t>${t.href}</#list></#list>",
            C,
            "date:",
            "tags: [Dry]\ndate:"),
        anywhere(
            "<#list site.taxonomies as x><#list x.terms as t>${t.count}</#list></#list>",
            C,
            "date:",
            "tags: [river]\ndate:"),
        anywhere("${site.hasAuthors?c}", ALL, "authors: [ada]\n", ""),
        anywhere("${site.data.facts.crest}", "content/_data/facts.yaml", "12", "13"),
        anywhere("${(site.data.more)!}", "content/_data/more.yaml", "", "1"),
        anywhere("<#list site.data?keys as k>${k}</#list>", "content/_data/more.yaml", "", "1"),
        anywhere(
            "<#list site.data?values as v>${v?size}</#list>", "content/_data/more.yaml", "", "{}"),
        anywhere("${site.data?size}", "content/_data/more.yaml", "", "1"),
        anywhere("${href('/pictures/p.svg')}", "content/pictures/_index.md", "", NAMED),
        anywhere("${href('news/c.md')}", C, "date:", "slug: x\ndate:"),
        anywhere("${picture('/pictures/four.png', {'ratio': '1:1'}).html}", FOUR, "", "other"),
        anywhere("${picture('/pictures/four.png').tint}", FOUR, "", "other"),
        anywhere("${picture('/pictures/four.png').width!}", FOUR, "", "other"),
        anywhere("${picture('/pictures/five.png').html}", "content/pictures/five.png", "", "other"),
        anywhere(
            WITH + "${picture(a.image, {'ratio': '1:1'}).src}</#if></#list></#list>",
            FOUR,
            "",
            "other"),
        anywhere(
            WITH + "${picture(a.image, {'ratio': '1:1'}).focus}</#if></#list></#list>",
            "content/news/with.md",
            "10% 20%",
            "90% 80%"),
        anywhere("${asset('css/x.css')}", "templates/assets/css/x.css", "a", "b"),
        anywhere("${asset('css/i.css')}", "templates/assets/css/x.css", "a", "b"),
        anywhere("${asset('js/i.js')}", "templates/assets/css/x.css", "a", "b"),
        anywhere("${integrity('css/x.css')}", "templates/assets/css/x.css", "a", "b"),
        anywhere("${stylesheet('css/x.css')}", "templates/assets/css/x.css", "a", "b"),
        anywhere("${stylesheet('css/i.css')}", "templates/assets/css/x.css", "a", "b"),
        anywhere(
            "<#attempt>${stylesheet('css/y.css')}<#recover>${.error}</#attempt>",
            "templates/assets/css/y.css",
            "",
            "a{}"),
        anywhere(
            "<#attempt>${integrity('css/y.css')}<#recover>${.error}</#attempt>",
            "templates/assets/css/y.css",
            "",
            "a{}"),
        anywhere(
            "<#attempt>${asset('css/y.css')}<#recover>${.error}</#attempt>",
            "templates/assets/css/y.css",
            "",
            "a{}"),
        anywhere(
            "<#attempt>${asset('css/y.css')}<#recover>${.error}</#attempt>",
            "templates/assets/css/z.css",
            "",
            "a{}"));
  }

  private static List<Case> ofSettings() {
    return List.of(
        anywhere(MENU, SETTINGS, "Home", "House"),
        anywhere(MENU, SETTINGS, "url: /}", "url: /news/}"),
        anywhere("<#list site.menus?keys as k>${k}</#list>", SETTINGS, "main", "other"),
        setting("<#list site.articles as a>${a.href}</#list>", "permalinks: {news: /n/:slug/}"),
        setting("<#list site.articles as a>${a.href}</#list>", "slugs: ascii"),
        template("own", "${page.lite!}", SETTINGS, "feeds:", "lite: true\nfeeds:"),
        setting("${site.articles[1].summary}", "language: de"),
        setting("${site.articles?first.summary}", "markdown: {smartPunctuation: false}"),
        setting("${site.articles?first.summary}", "markdown: {smartPunctuation: true}"),
        template(
            "own",
            "${article.content}",
            SETTINGS,
            "feeds:",
            "markdown: {html: escape, smartPunctuation: false}\nfeeds:"),
        template(
            "own",
            "${article.content}",
            SETTINGS,
            "feeds:",
            "markdown: {smartPunctuation: true}\nfeeds:"),
        template(
            "own",
            "<#list article.contents as h>${h.id}</#list>",
            SETTINGS,
            "feeds:",
            "contents: {depth: 4}\nfeeds:"),
        template("own", "${article.date.iso}", SETTINGS, "feeds:", "timezone: Asia/Tokyo\nfeeds:"),
        template(
            "own",
            "${article.dek}",
            SETTINGS,
            "feeds:",
            "frontMatter: {aliases: {kicker: dek}}\nfeeds:"),
        template(
            "own",
            "${(article.params.kicker)!}",
            SETTINGS,
            "feeds:",
            "frontMatter: {params: [kicker]}\nfeeds:"),
        template(
            "own",
            "<#list article.terms.colours![] as t>${t.name}</#list>",
            SETTINGS,
            "feeds:",
            "taxonomies: {tags: T, colours: C}\nfeeds:"),
        template(
            "home", "${asset('css/x.css')}", SETTINGS, "feeds:", "relativeLinks: true\nfeeds:"),
        anywhere("", SETTINGS, "size: 2", "size: 1"),
        anywhere("", "content/_data/authors.yaml", "ada: Ada", "bo: Bo"),
        anywhere("${site.title}", SETTINGS, "The Gauge", "Other"),
        setting("${site.tagline}", "tagline: x"),
        setting("${site.description}", "description: x"),
        setting("${site.copyright}", "copyright: x"),
        setting("${site.language}", "language: de"),
        setting("${(site.params.colour)!}", "params: {colour: red}"),
        anywhere("${site.permalink}", SETTINGS, "example.org", "example.com"),
        anywhere("<#list site.feeds as f>${f.type}</#list>", SETTINGS, "[rss]", "[rss, atom]"),
        setting("${site.hasArchive?c}", "archives: false"),
        setting("${site.articles?first.date.text}", "dateFormat: d. M. uuuu"),
        setting("${site.articles?first.date.iso}", "timezone: Asia/Tokyo"),
        setting("${site.articles?first.dek}", "frontMatter: {aliases: {kicker: dek}}"),
        setting("<#list site.taxonomies as x>${x.title}</#list>", "taxonomies: {tags: Words}"),
        setting("${page.jsonLd}", "publisher: {name: x}"),
        setting("${asset('css/x.css')}", "relativeLinks: true"),
        setting("${asset('css/x.css')}", "assets: {minify: false}"),
        setting("${integrity('css/x.css')}", "assets: {minify: false}"),
        setting("${stylesheet('css/x.css')}", "assets: {integrity: true}"),
        setting("${stylesheet('css/x.css')}", "assets: {inlineBelow: 4KB}"),
        setting("<p>A  page</p> <!-- -->", "minifyHtml: true"),
        template("section", "${list.pager.pages}", SETTINGS, "size: 2", "size: 5"),
        template(
            "section", "<#list list.items as i>${i.title}</#list>", SETTINGS, "size: 2", "size: 3"),
        template(
            "article",
            "<#list article.related as r>${r.title}</#list>",
            SETTINGS,
            "feeds:",
            "related: {count: 0}\nfeeds:"),
        template("article", "<#list article.contents as h>${h.id}</#list>", A, "## ", "#### "));
  }

  private static List<Case> ofArticles() {
    return List.of(
        anywhere("", "content/töp.md", "title:", "updated: 2016-11-08\ntitle:"),
        anywhere("${site.articles?first.summary}", C, "language: en", "language: de"),
        template("own", "${article.dek}", NEWS, "title:", "cascade: {dek: x}\ntitle:"),
        template(
            "article",
            "<#list article.authors as a>${(a.data.bio)!}</#list>",
            "content/_data/authors.yaml",
            "Ada",
            "{name: Ada, bio: x}"),
        template("own", "${(article.series.title)!}", B, "High water", "High Water"),
        template("article", ALL_OF_IT, "templates/article.ftlh", "An article", "The article"),
        template("article", "${article.title}", A, "First", "Other"),
        template("article", "${article.words}", A, "Crest", "Crest and trough"),
        template("article", "${(article.previous.title)!}", B, "Second", "Other"),
        template("article", "${(article.next.title)!}", C, "Third", "Other"),
        template("article", "<#list article.related as r>${r.title}</#list>", A, "First", "Other"),
        template(
            "article",
            "<#list article.authors as a>${a.name}</#list>",
            "content/_data/authors.yaml",
            "Ada",
            "Bo"),
        template(
            "article",
            "<#list article.terms.tags as t>${t.name}</#list>",
            "content/tags/river/_index.md",
            "",
            NAMED),
        template(
            "article",
            "<#list article.terms.tags as t>${t.count}</#list>",
            C,
            "date:",
            "tags: [river]\ndate:"),
        template(
            "article",
            "<#list article.terms?keys as k>${k}</#list>",
            SETTINGS,
            "feeds:",
            "taxonomies: {tags: T, x: X}\nfeeds:"),
        template("article", "${(article.series.title)!}", A, "High water", "High Water"),
        template(
            "article",
            "${(article.series.position)!}",
            C,
            "date:",
            "series: High water\nweight: 1\ndate:"),
        template("article", "${(article.series.count)!}", C, "date:", "series: High water\ndate:"),
        template("article", "${article.section.title}", NEWS, "News", "Other"),
        template("article", "${article.section.title}", "content/news/deep/_index.md", "", NAMED),
        template(
            "article",
            "${(article.image.src)!}",
            A,
            "featured:",
            "image: {src: /pictures/p.svg, alt: x}\nfeatured:"),
        template("special", "x", B, "layout: nosuc", "layout: special"),
        template("special", "x", A, "layout: own", "layout: specal"),
        template("own", "", A, "layout: own", "layout: owm"));
  }

  private static List<Case> ofLists() {
    return List.of(
        template("section", "${list.title}", NEWS, "News", "Other"),
        template("section", "${list.total}", "content/news/d.md", "", "---\ntitle: New\n---\n"),
        template("section", "${list.content}", NEWS, "All", "None"),
        template("section", "<#list list.items as i>${i.title}</#list>", B, "Second", "Other"),
        template("section", "${(list.section.dek)!}", NEWS, "---\nAll", "dek: x\n---\nAll"),
        template("term", "${list.title}", "content/tags/river/_index.md", "", NAMED),
        template(
            "term",
            "${(list.term.dek)!}",
            "content/tags/river/_index.md",
            "",
            "---\ntitle: river\ndek: x\n---\n"),
        template(
            "term",
            "${list.content}",
            "content/tags/river/_index.md",
            "",
            "---\ntitle: river\n---\nWet.\n"),
        template("term", "${list.taxonomy.title}", "content/tags/_index.md", "", NAMED),
        template("author", "${list.title}", "content/_data/authors.yaml", "Ada", "Bo"),
        template(
            "archive", "<#list list.months as m>${m.title}</#list>", B, "2016-11-06", "2016-10-06"),
        template("overview", "${overview.title}", "content/tags/_index.md", "", NAMED),
        template(
            "overview",
            "<#list overview.items as i>${i.title}</#list>",
            C,
            "date:",
            "tags: [Dry]\ndate:"),
        template(
            "authors/overview",
            "<#list overview.items as i>${i.href}</#list>",
            C,
            "date:",
            "authors: [cy]\ndate:"),
        template(
            "authors/overview",
            "<#list overview.items as i>${i.count}</#list>",
            C,
            "date:",
            "authors: [ada]\ndate:"),
        template(
            "series/overview",
            "<#list overview.items as i>${i.title}</#list>",
            C,
            "date:",
            "series: Low\ndate:"),
        template(
            "archive/overview",
            "<#list overview.items as i>${i.title}</#list>",
            B,
            "2016-11-06",
            "2015-11-06"),
        template(
            "archive/overview",
            "<#list overview.items as i><#list i.articles as a>${a.title}</#list></#list>",
            B,
            "Second",
            "Other"));
  }

  private static List<Case> ofTexts() {
    return List.of(
        text("[x](a.md)", A, "featured:", "slug: x\nfeatured:"),
        text("[x](/news/a/)", A, "featured:", "slug: x\nfeatured:"),
        text("[x](a.md#crest)", A, "Crest", "Trough"),
        text("[x](a.md#trugh)", A, "## Crest", "## Crest\n\n## Trough"),
        text("[x](a.md#deep)", "templates/own.ftlh", "", "<b id=\"deep\">x</b>"),
        text("[x](/old/)", A, "featured:", "slug: x\nfeatured:"),
        text("[x](nowhere.md)", C, "date:", "# a comment\ndate:"),
        text("[x](/tags/wett/)", A, "tags: [river]", "tags: [river, wet]"),
        text(
            "[x](dxyz.md)", "content/news/dxyzz.md", "", "---\ntitle: New\nslug: elsewhere\n---\n"),
        text("![x](/pictures/qqqq.svg)", "content/pictures/qqqr.svg", "", "<svg/>"),
        text("[x](#deep)", "templates/article.ftlh", "", "${article.content}<b id=\"deep\">x</b>"),
        text("[x](d.md)", "content/news/dd.md", "", "---\ntitle: New\n---\n"),
        text("[x](/news/d/)", "content/news/dd.md", "", "---\ntitle: New\n---\n"),
        text("![x](/pictures/pq.svg)", "content/pictures/pqr.svg", "", "<svg/>"),
        text("![x](/pictures/q.svg)", "content/pictures/q.svg", "", "<svg/>"),
        text("![x](/pictures/four.png)", FOUR, "", "other"),
        text("![x](/pictures/four.png)", FOUR, "", ""),
        text("![x](/pictures/four.png)", SETTINGS, "feeds:", "pictures: {widths: [20]}\nfeeds:"),
        text("![x](/pictures/four.png)", SETTINGS, "feeds:", "pictures: {quality: 9}\nfeeds:"),
        text("![x](/pictures/four.png)", SETTINGS, "feeds:", "pictures: {webp: false}\nfeeds:"),
        text(
            "{{< shown >}}",
            "templates/shortcodes/shown.ftlh",
            "",
            "${shortcode.picture('/pictures/four.png').html}"),
        text("[x](d.md)", "content/news/d.md", "", "---\ntitle: New\ndraft: true\n---\n"),
        text("[x](/news/d/)", "content/news/d.md", "", "---\ntitle: New\ndraft: true\n---\n"),
        text(
            "[x](/news/e/)",
            "content/news/d.md",
            "",
            "---\ntitle: New\nslug: e\ndraft: true\n---\n"),
        text("[x](/assets/css/x.css)", "templates/assets/css/x.css", "", "-"),
        text("[x](/assets/css/y.css)", "templates/assets/css/y.css", "", "a{}"),
        text("## A heading", "templates/hooks/heading.ftlh", "", "<h1>x</h1>"),
        text("{{< box >}}", "templates/shortcodes/box.ftlh", "", "A box."),
        text("{{< box >}}", "templates/shortcodes/boxx.ftlh", "", "A box."),
        text("<a href=\"/news/a/\">x</a>", A, "featured:", "slug: x\nfeatured:"));
  }

  private static List<Case> ofTemplates() {
    return List.of(
        anywhere("", "templates/nosuch.ftlh", "", "x"),
        template("note", "A note.", "templates/note.ftlh", "A note", "The note"),
        anywhere("", SETTINGS, "feeds:", "robots: {disallow: [/x/]}\nfeeds:"),
        anywhere("<#include '*/x.ftlh' ignore_missing=true>", "templates/x.ftlh", "", "x"),
        anywhere("<#include '/x.ftlh' ignore_missing=true>", "templates/x.ftlh", "", "x"),
        anywhere(
            "<#attempt><#include '/x.ftlh'><#recover>none</#attempt>", "templates/x.ftlh", "", "x"),
        anywhere("${.get_optional_template('x.ftlh').exists?c}", "templates/x.ftlh", "", "x"),
        anywhere(
            "<#include 'assets/css/x.css' parse=false>", "templates/assets/css/x.css", "a", "b"),
        anywhere("${words.skip}", "templates/words/en.yaml", "", "skip: Over"),
        anywhere("${words.skip}", "templates/words/en.yaml", "", "skpi: Over"),
        anywhere("${words.skip}", SETTINGS, "feeds:", "language: nl\nfeeds:"),
        text("> [!TIP]\n> x", "templates/words/en.yaml", "", "tip: Psst"),
        template("overview", "${overview.title}", "templates/words/en.yaml", "", "tags: Topics"),
        template(
            "authors/overview",
            "${overview.title}",
            "templates/words/en.yaml",
            "",
            "authors: Writers"),
        anywhere(
            "<#list site.taxonomies as x>${x.title}</#list>",
            "templates/words/en.yaml",
            "",
            "tags: Topics"),
        anywhere("<#include '*/home.ftlh'>", "templates/home.ftlh", "Home", "Other"),
        anywhere("<#import 'series.ftlh' as x>", "templates/series.ftlh", "", "x"),
        new Case(C, "", "templates/news/article.ftlh", "", "Of the news."));
  }

  private static final String MENU =
      "<#list (site.menus.main)![] as i>${i.title} ${i.href}</#list>";

  private static final String ALL_OF_IT =
      """
      ${article.title} ${article.dek} ${article.description} ${article.href} ${article.language}
      ${(article.date.iso)!} ${(article.updated.iso)!} ${article.featured?c} ${page.canonical}
      <#list article.authors as a>${a.id}</#list><#list article.terms.tags as t>${t.name}</#list>
      ${(article.image.src)!} ${(article.image.alt)!} ${(article.image.caption)!}
      ${(article.image.credit)!} ${(article.image.focus)!} ${(article.params.colour)!}
      <#list article.corrections as c>${c.date.iso} ${c.text}</#list>${article.section.path}
      """;

  private static final String NAMED = "---\ntitle: Another name\n---\n";

  private final TestSite site = TestSite.of(SITE).file(FOUR, TestPicture.png(40, 20));

  @ParameterizedTest
  @MethodSource("cases")
  void aPageIsMadeAgainWhenWhatItAskedHasAnotherAnswer(Case given) throws IOException {
    String before = Files.exists(site.path(given.in)) ? Files.readString(site.path(given.in)) : "";
    site.file(given.in, before + given.asks + "\n");
    if (given.in.equals(C)) {
      site.file("templates/article.ftlh", "${article.content}");
    }
    BuiltSite first = BuiltSite.of(site);
    edit(given);
    BuiltSite second = BuiltSite.of(site);
    BuiltSite clean =
        BuiltSite.build(
            BuiltSite.options(site).with(Mode.CLEAN, true).withDestination(site.path("clean")));
    assertThat(first.isWritten()).as("%s", first.problems()).isTrue();
    assertThat(clean.isWritten()).as("%s", clean.problems()).isTrue();
    assertThat(second.problems()).isEqualTo(clean.problems());
    assertThat(second.digests()).isEqualTo(clean.digests());
  }

  private void edit(Case given) throws IOException {
    if (given.text.isEmpty() && given.old.isEmpty()) {
      Files.delete(site.path(given.path));
    } else if (given.path.endsWith(".png")) {
      site.file(given.path, TestPicture.jpeg(30, 20));
    } else if (given.old.isEmpty()) {
      site.file(given.path, given.text);
    } else {
      String text = Files.readString(site.path(given.path));
      assertThat(text).contains(given.old);
      site.file(given.path, text.replace(given.old, given.text));
    }
  }
}
