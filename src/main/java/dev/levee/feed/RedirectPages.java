package dev.levee.feed;

import dev.levee.content.UrlPath;
import dev.levee.site.Route.ArticlePage;
import dev.levee.site.Route.Redirect;
import dev.levee.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Old addresses, told page by page to readers on hosts that read no rules.
final class RedirectPages {

  private final Site site;

  RedirectPages(Site site) {
    this.site = site;
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
