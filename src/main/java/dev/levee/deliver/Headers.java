package dev.levee.deliver;

import dev.levee.config.Hosting;
import dev.levee.content.UrlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The table of what is said with each file: a header, where it is said, and its value. Whoever
/// serves the site, and every file that tells a server how to, takes it from here.
public final class Headers {

  static final String CONTENT_TYPE = "Content-Type";
  static final String CACHE_CONTROL = "Cache-Control";

  /// What is said of a page that is not there, whatever its address looks like.
  static final String NOT_FOUND = UrlPath.NOT_FOUND.value();

  /// What is said of a page that the server failed to send.
  static final String SERVER_ERROR = UrlPath.SERVER_ERROR.value();

  /// What leads to the files of the index for search.
  private static final String SEARCH = "/search/index.json";

  private static final String A_YEAR = "public, max-age=31536000, immutable";
  private static final String PAGES =
      "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";
  private static final String FEEDS =
      "public, max-age=300, stale-while-revalidate=3600, stale-if-error=604800";
  private static final String SITEMAPS =
      "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";
  private static final String FILES =
      "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800";
  private static final String NO_PAGE = "public, max-age=60";
  private static final String FAULT = "no-store";

  /// A drawing that is opened by itself may style itself, and nothing else.
  private static final String DRAWING =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

  private static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private final String base;
  private final List<Rule> rules;
  private final ContentSecurityPolicy policy;
  private final ContentSecurityPolicy serverErrorPolicy;

  /// One line of the table.
  ///
  /// @param value what is said; empty where nothing is, whatever later lines say
  record Rule(PathPattern where, String name, String value) {}

  private Headers(
      String base,
      ContentSecurityPolicy policy,
      ContentSecurityPolicy serverErrorPolicy,
      List<Rule> rules) {
    this.base = base;
    this.policy = policy;
    this.serverErrorPolicy = serverErrorPolicy;
    this.rules = List.copyOf(rules);
  }

  /// The table of a site.
  public static Headers of(Hosting settings, Published site) {
    List<Rule> rules = new ArrayList<>();
    String base = site.base();
    settings
        .paths()
        .forEach((path, headers) ->
            headers.forEach((name, value) ->
                rules.add(new Rule(PathPattern.of(base + path), canonical(name), value))));
    Builder table = new Builder(base, rules);
    types(table);
    caching(site, table);
    table.add(ContentSecurityPolicy.NAME, "/*.svg", DRAWING);
    ContentSecurityPolicy policy =
        ContentSecurityPolicy.of(settings.policy(), site.policySources());
    ContentSecurityPolicy serverErrorPolicy =
        ContentSecurityPolicy.of(settings.policy(), site.serverErrorSources());
    table.add(ContentSecurityPolicy.NAME, SERVER_ERROR, serverErrorPolicy.text());
    table.add(ContentSecurityPolicy.NAME, "/", policy.text());
    table.add(ContentSecurityPolicy.NAME, "/*/", policy.text());
    MediaTypes.all()
        .forEach((ending, type) -> {
          if (MediaTypes.mayRunScripts(type)) {
            table.add(ContentSecurityPolicy.NAME, "/*." + ending, policy.text());
          }
        });
    if (!site.preloads().isEmpty()) {
      site.textOnly().ifPresent(where -> rules.add(new Rule(where, "Link", "")));
      table.add("Link", SERVER_ERROR, "");
      table.addForPages("Link", links(site.preloads()));
    }
    table.add("X-Content-Type-Options", "/*", "nosniff");
    table.addForPages("Referrer-Policy", "strict-origin-when-cross-origin");
    table.addForPages("Permissions-Policy", PERMISSIONS);
    if (settings.hsts()) {
      table.add("Strict-Transport-Security", "/*", "max-age=31536000");
    }
    return new Headers(base, policy, serverErrorPolicy, rules);
  }

  private record Builder(String base, List<Rule> rules) {

    void add(String name, String where, String value) {
      rules.add(new Rule(PathPattern.of(base + where), name, value));
    }

    void addForPages(String name, String value) {
      add(name, "/", value);
      add(name, "/*/", value);
      add(name, "/*.html", value);
      add(name, "/*.htm", value);
      add(name, "/*.shtml", value);
      add(name, "/*.xhtml", value);
    }

    void addEverywhere(String name, String file, String value) {
      add(name, "/" + file, value);
      add(name, "/*/" + file, value);
    }
  }

  private static void types(Builder table) {
    table.addEverywhere(CONTENT_TYPE, "rss.xml", MediaTypes.sent("application/rss+xml"));
    table.addEverywhere(CONTENT_TYPE, "atom.xml", MediaTypes.sent("application/atom+xml"));
    table.addEverywhere(CONTENT_TYPE, "feed.json", MediaTypes.sent("application/feed+json"));
    table.add(CONTENT_TYPE, "/", MediaTypes.sent("text/html"));
    table.add(CONTENT_TYPE, "/*/", MediaTypes.sent("text/html"));
    MediaTypes.all()
        .forEach((ending, type) -> table.add(CONTENT_TYPE, "/*." + ending, MediaTypes.sent(type)));
  }

  private static void caching(Published site, Builder table) {
    int first = table.rules.size();
    table.add(CACHE_CONTROL, NOT_FOUND, NO_PAGE);
    table.add(CACHE_CONTROL, SERVER_ERROR, FAULT);
    for (String feed : List.of("rss.xml", "atom.xml", "feed.json")) {
      table.addEverywhere(CACHE_CONTROL, feed, FEEDS);
    }
    table.add(CACHE_CONTROL, "/sitemap*.xml", SITEMAPS);
    table.add(CACHE_CONTROL, "/news-sitemap.xml", SITEMAPS);
    table.add(CACHE_CONTROL, "/robots.txt", SITEMAPS);
    if (site.addresses().contains(table.base + SEARCH)) {
      table.add(CACHE_CONTROL, SEARCH, FEEDS);
    }
    table.addForPages(CACHE_CONTROL, PAGES);
    table.add(CACHE_CONTROL, "/*", FILES);
    List<Rule> others = List.copyOf(table.rules.subList(first, table.rules.size()));
    List<Rule> before = new ArrayList<>();
    for (String address : site.mutable()) {
      Rule usual = others.stream().filter(rule -> rule.where().matches(address)).findFirst().get();
      before.add(new Rule(new PathPattern(address, false, ""), CACHE_CONTROL, usual.value()));
    }
    site.immutable().forEach(where -> before.add(new Rule(where, CACHE_CONTROL, A_YEAR)));
    table.rules.addAll(first, before);
  }

  private static String links(List<String> preloads) {
    StringBuilder links = new StringBuilder();
    for (String href : preloads) {
      links.append(links.isEmpty() ? "" : ", ").append('<').append(href).append('>');
      links.append("; rel=preload; as=style");
    }
    return links.toString();
  }

  /// A name as the table writes it, so that one of the settings takes the place of one of ours.
  private static String canonical(String name) {
    for (String own :
        List.of(
            CACHE_CONTROL,
            ContentSecurityPolicy.NAME,
            "Link",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Strict-Transport-Security")) {
      if (own.equalsIgnoreCase(name)) {
        return own;
      }
    }
    return name;
  }

  /// What is said with the file that is served at an address, by header. The address is not
  /// percent-encoded, and that of an `index.html` ends in the slash before it.
  public Map<String, String> of(String address) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.where().matches(address)) {
        headers.putIfAbsent(rule.name(), rule.value());
      }
    }
    headers.values().removeIf(String::isEmpty);
    headers.putIfAbsent(CONTENT_TYPE, MediaTypes.UNKNOWN);
    return headers;
  }

  /// The policy of all pages but the one for errors of the server.
  public ContentSecurityPolicy policy() {
    return policy;
  }

  /// The policy of the page for errors of the server.
  public ContentSecurityPolicy serverErrorPolicy() {
    return serverErrorPolicy;
  }

  /// The address at which a file of the site is served, such as `/mag/news/` for `news/index.html`.
  public String addressOf(String file) {
    return Published.address(base, file);
  }

  /// The path of the site's URL, without a slash at its end; empty for a site at the root.
  String base() {
    return base;
  }

  /// All lines, the first that fits an address being the one that counts for its header.
  List<Rule> rules() {
    return rules;
  }

  /// The names of all headers but that of the media type.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    rules.forEach(rule -> names.add(rule.name()));
    names.remove(CONTENT_TYPE);
    return names;
  }

  /// The lines for one header.
  List<Rule> rules(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).toList();
  }
}
