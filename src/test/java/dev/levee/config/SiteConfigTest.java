package dev.levee.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.config.SiteConfig.AssetRules;
import dev.levee.config.SiteConfig.Dialect;
import dev.levee.config.SiteConfig.ExternalLinks;
import dev.levee.config.SiteConfig.MarkdownRules;
import dev.levee.config.SiteConfig.MenuItem;
import dev.levee.config.SiteConfig.PictureRules;
import dev.levee.config.SiteConfig.SlugStyle;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteConfigTest {

  private static final String REQUIRED = "title: The Observer\nurl: https://example.org\n";

  private final Problems problems = new Problems();

  @Test
  void titleAndUrlAreEnough() {
    SiteConfig config = read("");
    assertThat(config.title()).isEqualTo("The Observer");
    assertThat(config.url()).isEqualTo(URI.create("https://example.org"));
    assertThat(config.language()).isEqualTo(Locale.ENGLISH);
    assertThat(config.timezone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(config.folders().destination()).isEqualTo("site");
    assertThat(config.taxonomies())
        .containsExactly(Map.entry("tags", ""), Map.entry("categories", ""));
    assertThat(config.slugs()).isEqualTo(SlugStyle.UNICODE);
    assertThat(config.pageSize()).isEqualTo(20);
    assertThat(config.permalinkOf("news")).isEqualTo("/:sections/:slug/");
    assertThat(problems()).isEmpty();
  }

  @Test
  void picturesAreMadeAsTheSettingsSay() {
    assertThat(read("").pictures().widths()).containsExactly(480, 960, 1440, 1920);
    PictureRules rules =
        read("pictures: {widths: [800, 400, 800], quality: 70, webp: false, avif: true, sizes: 9em,"
                + " maxMegapixels: 5}\n")
            .pictures();
    assertThat(rules).isEqualTo(new PictureRules(List.of(400, 800), 70, "9em", false, true, 5));
    assertThat(problems()).isEmpty();
    read("pictures: {widths: [0, wide], quality: 101, heights: [1]}\n");
    assertThat(problems()).hasSize(4);
  }

  @Test
  void everySettingCanBeSet() {
    SiteConfig config =
        read(
            """
            tagline: All of it
            language: pt_BR
            timezone: America/Toronto
            dateFormat: uuuu-MM-dd
            folders: {content: articles/, destination: ../out}
            slugs: ascii
            pagination: {size: 5}
            feeds: {formats: [json, rss], items: 7, content: full}
            contents: {depth: 4}
            related: {count: 0}
            archives: false
            markdown:
              dialect: gfm
              html: escape
              highlight: false
              smartPunctuation: false
              externalLinks: {rel: nofollow  ugc, newWindow: true}
            assets: {bundle: false, minify: false, target: [safari16.4, chrome110], integrity: true, inlineBelow: 4KB}
            minifyHtml: true
            publisher: {name: Gazette Ltd, logo: /logo.svg}
            preview: {editor: zed}
            robots: {disallow: [/private/]}
            problems: {unknown-key: error, bad-date: warn, missing-picture: off}
            params: {colour: {accent: red}}
            """);
    assertThat(config.assets())
        .isEqualTo(new AssetRules(false, false, "safari16.4,chrome110", true, 4096));
    assertThat(config.minifyHtml()).isTrue();
    assertThat(config.language()).isEqualTo(Locale.forLanguageTag("pt-BR"));
    assertThat(config.timezone()).isEqualTo(ZoneId.of("America/Toronto"));
    assertThat(config.folders().content()).isEqualTo("articles");
    assertThat(config.folders().destination()).isEqualTo("../out");
    assertThat(config.slugs()).isEqualTo(SlugStyle.ASCII);
    assertThat(config.pageSize()).isEqualTo(5);
    assertThat(config.feeds()).isEqualTo(new SiteConfig.Feeds(List.of("rss", "json"), 7, true));
    assertThat(config.contentsDepth()).isEqualTo(4);
    assertThat(config.related()).isZero();
    assertThat(config.archives()).isFalse();
    assertThat(config.markdown())
        .isEqualTo(
            new MarkdownRules(
                Dialect.GFM,
                false,
                false,
                false,
                new ExternalLinks(List.of("nofollow", "ugc", "noopener"), true)));
    assertThat(config.publisher()).contains(new SiteConfig.Publisher("Gazette Ltd", "/logo.svg"));
    assertThat(config.editor()).contains(new EditorLink("zed://file/{path}:{line}:{column}"));
    assertThat(config.robotsDisallow()).containsExactly("/private/");
    assertThat(config.severities())
        .containsEntry(ProblemCode.UNKNOWN_KEY, Severity.ERROR)
        .containsEntry(ProblemCode.MISSING_PICTURE, Severity.OFF);
    assertThat(config.params()).isEqualTo(Map.of("colour", Map.of("accent", "red")));
    assertThat(problems()).isEmpty();
  }

  @Test
  void linksThatLeaveTheSiteHaveNothingAddedUnlessAsked() {
    assertThat(read("").markdown())
        .isEqualTo(
            new MarkdownRules(
                Dialect.LEVEE, true, true, true, new ExternalLinks(List.of(), false)));
    assertThat(read("markdown: {externalLinks: {rel: [noopener, me]}}").markdown().externalLinks())
        .isEqualTo(new ExternalLinks(List.of("noopener", "me"), false));
    assertThat(problems()).isEmpty();
  }

  @Test
  void menusAreListsOfTitlesAndAddresses() {
    SiteConfig config = read("menus: {main: [{title: About, url: /about/}], foot: []}");
    assertThat(config.menus())
        .containsExactly(
            Map.entry("main", List.of(new MenuItem("About", "/about/"))),
            Map.entry("foot", List.of()));
  }

  @Test
  void taxonomiesAreAListOfNamesOrNamesWithTitles() {
    assertThat(read("taxonomies: [topics, élections]").taxonomies())
        .containsExactly(Map.entry("topics", ""), Map.entry("élections", ""));
    assertThat(read("taxonomies: {topics: Our topics, places: }").taxonomies())
        .containsExactly(Map.entry("topics", "Our topics"), Map.entry("places", ""));
    assertThat(read("taxonomies: []").taxonomies()).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aPermalinkHoldsForTheSectionsInside() {
    SiteConfig config =
        read("permalinks: {world: '/w/:slug/', world/europe: '/eu/:slug/', '*': '/x/:slug/'}");
    assertThat(config.permalinkOf("world")).isEqualTo("/w/:slug/");
    assertThat(config.permalinkOf("world/asia/japan")).isEqualTo("/w/:slug/");
    assertThat(config.permalinkOf("world/europe")).isEqualTo("/eu/:slug/");
    assertThat(config.permalinkOf("sport")).isEqualTo("/x/:slug/");
    assertThat(config.permalinkOf("")).isEqualTo("/x/:slug/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "/blog => https://example.org/blog",
        "/ => https://example.org",
        "/// => https://example.org",
        ":8443 => https://example.org:8443",
      })
  void theUrlLosesItsLastSlashes(String end, String url) {
    assertThat(SiteConfigReader.parseUrl("https://example.org" + end)).contains(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "ftp://example.org",
        "https://",
        "https://example.org?x",
        "https://example.org/#x",
        "https://exa mple.org",
        "/blog",
        "javascript:alert(1)"
      })
  void aUrlMustBeWholeAndOfTheWeb(String url) {
    SiteConfigReader.read("title: T\nurl: '" + url + "'", "levee.yaml", problems);
    assertThat(problems())
        .containsExactly(
            "levee.yaml:2:6 error bad-settings '"
                + url
                + "' is not an absolute http or https URL | write it as https://example.org");
  }

  @Test
  void anEmptyFileLacksTitleAndUrl() {
    SiteConfigReader.read("", "levee.yaml", problems);
    assertThat(problems())
        .containsExactly(
            "levee.yaml error bad-settings 'title' is missing: the name of the site"
                + " | add a line 'title: …'",
            "levee.yaml error bad-settings 'url' is missing: where the site will stand, such as"
                + " https://example.org | add a line 'url: …'");
  }

  @Test
  void brokenYamlIsOneProblemAndNotThree() {
    SiteConfigReader.read("title: 'The Observer\nurl: x", "levee.yaml", problems);
    assertThat(problems())
        .containsExactly(
            "levee.yaml:1:8 error bad-yaml this is not valid YAML: a quote that opens here never"
                + " closes | close it, or double it if it belongs to the text");
  }

  @Test
  void aListIsNoSettings() {
    SiteConfigReader.read("- a\n", "levee.yaml", problems);
    assertThat(problems())
        .contains(
            "levee.yaml:1:1 error bad-settings the settings must be keys with values | title: …");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "titel: x => 3:1 warn unknown-setting 'titel' is not a key that is known here | did you"
            + " mean 'title'?",
        "pagination: {sise: 3} => 3:14 warn unknown-setting 'sise' is not a key that is known here"
            + " | did you mean 'size'?",
        "pagination: 7 => 3:13 error bad-settings 'pagination' must be keys with values, not '7'",
        "pagination: {size: many} => 3:20 error bad-settings 'size' must be a whole number, not"
            + " 'many'",
        "pagination: {size: 0} => 3:20 error bad-settings 'size' must be at least 1, not 0",
        "archives: maybe => 3:11 error bad-settings 'archives' must be true or false, not 'maybe'",
        "timezone: America/Toronta => 3:11 error bad-settings 'America/Toronta' is not a time zone"
            + " | did you mean 'America/Toronto'?",
        "timezone: the moon => 3:11 error bad-settings 'the moon' is not a time zone | such as"
            + " America/Toronto",
        "language: '!' => 3:11 error bad-settings '!' is not a language tag | such as en or pt-BR",
        "dateFormat: foo => 3:13 error bad-settings 'foo' is not a date pattern | such as d MMMM"
            + " uuuu, or one of full, long, medium, short",
        "slugs: asci => 3:8 error bad-settings 'slugs' must be one of unicode, ascii, not 'asci' |"
            + " did you mean 'ascii'?",
        "folders: {content: /etc} => 3:20 error bad-settings '/etc' is not a folder below the"
            + " site's own | name it relative to levee.yaml",
        "folders: {content: a/../../b} => 3:20 error bad-settings 'a/../../b' is not a folder below"
            + " the site's own | name it relative to levee.yaml",
        "folders: {destination: content} => 3:24 error bad-settings the site would be written over"
            + " 'content' | choose a destination that neither holds it nor lies in it",
        "folders: {content: x, destination: x/site} => 3:36 error bad-settings the site would be"
            + " written over 'x' | choose a destination that neither holds it nor lies in it",
        "markdown: {dialekt: gfm} => 3:12 warn unknown-setting 'dialekt' is not a key that is known"
            + " here | did you mean 'dialect'?",
        "markdown: {dialect: gmf} => 3:21 error bad-settings 'dialect' must be one of levee, gfm,"
            + " commonmark, not 'gmf' | did you mean 'gfm'?",
        "markdown: {html: alow} => 3:18 error bad-settings 'html' must be one of allow, escape, not"
            + " 'alow' | did you mean 'allow'?",
        "markdown: {externalLinks: {rel: me nofolow}} => 3:33 error bad-settings 'nofolow' is not a"
            + " link type for links that leave the site | did you mean 'nofollow'?",
        "markdown: {externalLinks: {newTab: true}} => 3:28 warn unknown-setting 'newTab' is not a"
            + " key that is known here | known: rel, newWindow",
        "assets: {target: ie} => 3:18 error bad-settings 'ie' is no version of a browser or of"
            + " JavaScript | such as esnext, es2022, safari16 or [chrome110, firefox115]",
        "assets: {inlineBelow: some} => 3:23 error bad-settings 'some' is no size | such as 4KB, or"
            + " a number of bytes; 0 for never",
        "assets: {minfy: true} => 3:10 warn unknown-setting 'minfy' is not a key that is known here"
            + " | did you mean 'minify'?",
        "markdown: {externalLinks: nofollow} => 3:27 error bad-settings 'externalLinks' must be"
            + " keys with values, not 'nofollow'",
        "feeds: {formats: [rdf]} => 3:18 error bad-settings 'rdf' is not a feed format | known:"
            + " rss, atom, json",
        "menus: {main: [{title: About}]} => 3:16 error bad-settings a menu entry needs a title and"
            + " a url | {title: About, url: /about/}",
        "taxonomies: ['!!'] => 3:14 error bad-settings no address can be made from the taxonomy"
            + " '!!' | name it with letters",
        "problems: {unknown-kee: off} => 3:12 error bad-settings 'unknown-kee' is not a kind of"
            + " problem | did you mean 'unknown-key'?",
        "problems: {bad-yaml: warn} => 3:12 error bad-settings 'bad-yaml' is always an error: a"
            + " page cannot be made from it | take this line out",
        "headers: {hst: true} => 3:11 warn unknown-setting 'hst' is not a key that is known here |"
            + " did you mean 'hsts'?",
        "headers: {csp: {script-scr: [x]}} => 3:17 error bad-settings 'script-scr' is not a"
            + " directive that lists sources | did you mean 'script-src'?",
        "headers: {csp: {img-src: ['a; b']}} => 3:27 error bad-settings 'a; b' is not a source |"
            + " such as https://example.net",
        "headers: {csp: {img-src: ['{env.HOME}']}} => 3:27 error bad-settings '{env.HOME}' is not a"
            + " source | such as https://example.net",
        "headers: {paths: {news: {X-A: b}}} => 3:19 error bad-settings 'news' is not a path with at"
            + " most one * | such as /downloads/* or /news/*.pdf",
        "headers: {paths: {'/*/a/*': {X-A: b}}} => 3:19 error bad-settings '/*/a/*' is not a path"
            + " with at most one * | such as /downloads/* or /news/*.pdf",
        "headers: {paths: {/a/../b: {X-A: b}}} => 3:19 error bad-settings '/a/../b' is not a path"
            + " with at most one * | such as /downloads/* or /news/*.pdf",
        "headers: {paths: {/a: {'X A': b}}} => 3:24 error bad-settings 'X A' is not the name of a"
            + " header | such as X-Robots-Tag",
        "headers: {paths: {/a: {content-type: b}}} => 3:24 error bad-settings 'content-type' is"
            + " what the server says by itself | take it out",
        "headers: {paths: {/a: {X-A: $uri}}} => 3:29 error bad-settings 'X-A' has a character or a"
            + " placeholder that not every server can send | write it without $, \\ and names in"
            + " braces",
        "headers: {paths: {/a: {X-A: '{path}'}}} => 3:29 error bad-settings 'X-A' has a character"
            + " or a placeholder that not every server can send | write it without $, \\ and names"
            + " in braces",
        "headers: {paths: {/a: {X-A: \"b\\nSet-Cookie: c\"}}} => 3:29 error bad-settings 'X-A' has"
            + " a character or a placeholder that not every server can send | write it without $,"
            + " \\ and names in braces",
        "servers: [ngnix] => 3:11 error bad-settings 'ngnix' is not a server that Levee can write"
            + " for | did you mean 'nginx'?",
        "precompress: maybe => 3:14 error bad-settings 'precompress' must be true or false, not"
            + " 'maybe'",
        "budget: {html: 20 kilos} => 3:16 error bad-settings '20 kilos' is not a number of bytes |"
            + " such as 200KB or 1MB",
        "budget: {html: -1} => 3:16 error bad-settings '-1' is not a number of bytes | such as"
            + " 200KB or 1MB",
        "budget: {fonts: 1KB} => 3:10 warn unknown-setting 'fonts' is not a key that is known here"
            + " | known: html, css, js, pictures",
        "preview: {editor: vsocde} => 3:19 error bad-settings 'vsocde' is not an editor that is"
            + " known by name | did you mean 'vscode'?",
        "preview: {editor: nano} => 3:19 error bad-settings 'nano' is not an editor that is known"
            + " by name | known: idea, vscode, vscodium, zed; or a URL with {path}",
        "preview: {editor: 'x://{file}'} => 3:19 error bad-settings '{file}' does not stand for"
            + " anything here | did you mean '{line}'?",
        "preview: {editor: 'x://open'} => 3:19 error bad-settings 'x://open' does not say where the"
            + " file goes | such as vscode://file/{path}:{line}:{column}",
        "preview: {editor: 'x://a b{path}'} => 3:19 error bad-settings 'x://a b{path}' is not a URL"
            + " that opens a program | such as vscode://file/{path}:{line}:{column}",
        "preview: {editor: 'JavaScript:open({path})'} => 3:19 error bad-settings"
            + " 'JavaScript:open({path})' is not a URL that opens a program | such as"
            + " vscode://file/{path}:{line}:{column}",
        "preview: {port: 80} => 3:11 warn unknown-setting 'port' is not a key that is known here |"
            + " known: editor",
        "problems: {bad-date: silent} => 3:22 error bad-settings 'bad-date' must be one of error,"
            + " warn, off, not 'silent'",
      })
  void aMistakeIsToldWithItsPlaceAndTheNearestRightWord(String yaml, String expected) {
    read(yaml);
    assertThat(problems()).containsExactly("levee.yaml:" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        ":slug/ => the permalink ':slug/' must start with '/'",
        "/:slgu/ => ':slgu' is not a part of a permalink; did you mean :slug?",
        "/:Slug/ => ':Slug' is not a part of a permalink; did you mean :slug?",
        "/:year/ => the permalink '/:year/' gives every article the same address",
        "/:slug => the permalink '/:slug' must end in '/' or '.html'",
        "/../:slug/ => the permalink '/../:slug/' is not an address within the site",
        "//evil/:slug/ => the permalink '//evil/:slug/' is not an address within the site",
        "/?p=:slug/ => the permalink '/?p=:slug/' is not an address within the site",
      })
  void aBadPermalinkIsTold(String pattern, String expected) {
    read("permalinks: {news: '" + pattern + "'}");
    assertThat(problems())
        .containsExactly(
            "levee.yaml:3:20 error bad-settings "
                + expected
                + " | known: :year :month :day :section :sections :slug :title :filename");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/:year/:month/:day/:title/", "/:section/:slug.html", "/a-:filename/", "/:slug/"})
  void aGoodPermalinkIsTaken(String pattern) {
    assertThat(PermalinkPattern.mistake(pattern)).isEmpty();
  }

  @Test
  void targetsAreRead() {
    SiteConfig config =
        read(
            """
            targets:
              production: {url: "s3://high-water/a/b/", region: ca-central-1, keepReleases: 9}
              preview: {url: "s3://high-water", endpoint: "https://s3.example.net", keepDays: 0}
              here: {url: ../public, maxDeletes: 50}
              there: {url: "file:///srv/site/"}
            """);
    assertThat(problems()).isEmpty();
    assertThat(config.targets()).containsOnlyKeys("production", "preview", "here", "there");
    PublishTarget production = config.targets().get("production");
    assertThat(production.place()).isEqualTo(new PublishTarget.Bucket("high-water", "a/b"));
    assertThat(production.url()).isEqualTo("s3://high-water/a/b");
    assertThat(production.keepReleases()).isEqualTo(9);
    assertThat(production.keepDays()).isEqualTo(30);
    assertThat(production.maxDeletes()).isEqualTo(10);
    assertThat(config.targets().get("preview").place())
        .isEqualTo(new PublishTarget.Bucket("high-water", ""));
    assertThat(config.targets().get("here").place())
        .isEqualTo(new PublishTarget.Folder("../public"));
    assertThat(config.targets().get("there").place())
        .isEqualTo(new PublishTarget.Folder("/srv/site"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{region: x} => 'web' has no 'url'",
        "{url: s3://b} => 's3://b' does not name a bucket",
        "{url: 's3://bucket?x=y'} => does not name a bucket",
        "{url: 'file://host/srv/site'} => 'file://host/srv/site' names a machine, not a folder",
        "{url: 'ftp://example.org'} => is not a place that Levee can publish to",
        "{url: 's3://id:secret@bucket'} => 's3://…@bucket' in line 3 holds credentials",
        "{url: s3://bucket, secretAccessKey: hush} => 'secretAccessKey' in line 3 looks like"
            + " credentials",
        "{url: s3://bucket, accessToken: hush} => 'accessToken' in line 3 looks like credentials",
        "{url: s3://bucket, endpoint: 'https://a:hush@b.net'} => is not the address of a store",
        "{url: s3://bucket, endpont: x} => did you mean 'endpoint'?",
        "{url: s3://bucket, maxDeletes: 101} => 'maxDeletes' is out of a hundred files",
        "{url: s3://bucket, keepReleases: 0} => 'keepReleases' must be at least 1, not 0",
        "s3://bucket => 'web' must be keys with values",
      })
  void aBadTargetIsToldAndNoSecretIs(String target, String expected) {
    read("targets: {web: " + target + "}");
    assertThat(problems())
        .singleElement()
        .asString()
        .contains(expected)
        .doesNotContain("secret@", "hush");
  }

  @Test
  void allMistakesAreToldAtOnce() {
    read("timezone: x\nlanguage: '!'\npagination: {size: a}\nproblems: {x: off}");
    assertThat(problems()).hasSize(4);
  }

  private SiteConfig read(String more) {
    return SiteConfigReader.read(REQUIRED + more, "levee.yaml", problems);
  }

  private List<String> problems() {
    return problems.sorted().stream().map(TestSite::line).toList();
  }
}
