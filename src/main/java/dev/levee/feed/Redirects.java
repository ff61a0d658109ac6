package dev.levee.feed;

import dev.levee.content.UrlPath;
import dev.levee.site.Route;
import dev.levee.site.Route.ArticlePage;
import dev.levee.site.Route.Redirect;
import dev.levee.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Old addresses, told to hosts that read rules and, page by page, to readers on those that do not.
final class Redirects {

  private final Site site;

  Redirects(Site site) {
    this.site = site;
  }

  /// A rule per line in the form that Netlify and Cloudflare Pages share. An address of a folder
  /// holds without its last slash too, and one that could be either holds for both.
  byte[] rules() {
    StringBuilder rules = new StringBuilder();
    for (Route route : site.routes().all()) {
      if (route instanceof Redirect redirect) {
        rule(redirect.path(), redirect.target(), rules);
        otherForm(redirect.path())
            .filter(path -> site.at(path).isEmpty())
            .ifPresent(path -> rule(path, redirect.target(), rules));
      }
    }
    return rules.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void rule(UrlPath from, UrlPath to, StringBuilder rules) {
    rules.append(literal(from)).append(' ').append(literal(to)).append(" 301\n");
  }

  /// Rules would take `*` and `:name` for placeholders.
  private String literal(UrlPath path) {
    return site.links().href(path).replace("*", "%2A").replace(":", "%3A");
  }

  private static Optional<UrlPath> otherForm(UrlPath path) {
    String value = path.value();
    if (path.equals(UrlPath.ROOT)) {
      return Optional.empty();
    }
    if (value.endsWith("/")) {
      return Optional.of(new UrlPath(value.substring(0, value.length() - 1)));
    }
    boolean file = value.indexOf('.', value.lastIndexOf('/')) >= 0;
    return file ? Optional.empty() : Optional.of(new UrlPath(value + "/"));
  }

  /// A page that sends its reader on at once, with a link for browsers that will not.
  byte[] page(Redirect redirect) {
    UrlPath target = redirect.target();
    Locale language = site.config().language();
    String title = target.value();
    if (site.at(target).orElse(null) instanceof ArticlePage page) {
      site.show(page.article());
      title = page.article().frontMatter().title();
      language = page.article().frontMatter().language().orElse(language);
    }
    String href = site.links().from(redirect.path(), site.links().href(target));
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <title>%s</title>
    <link rel="canonical" href="%s">
    <meta http-equiv="refresh" content="0; url=%s">
    <meta name="robots" content="noindex">
    <meta name="viewport" content="width=device-width">
    </head>
    <body>
    <p dir="auto"><a href="%s">%s</a></p>
    </body>
    </html>
    """
        .formatted(
            language.toLanguageTag(),
            XmlFile.html(title),
            XmlFile.html(site.links().absolute(target)),
            XmlFile.html(href),
            XmlFile.html(href),
            XmlFile.html(title))
        .getBytes(StandardCharsets.UTF_8);
  }
}
