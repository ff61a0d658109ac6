package dev.levee.feed;

import dev.levee.content.UrlPath;
import dev.levee.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What crawlers may read, RFC 9309, and where the sitemaps are.
final class Robots {

  private static final List<UrlPath> SITEMAPS =
      List.of(new UrlPath("/sitemap.xml"), new UrlPath("/news-sitemap.xml"));

  private Robots() {}

  static byte[] bytes(Site site) {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    List<String> disallow = site.config().robotsDisallow();
    if (disallow.isEmpty()) {
      text.append("Disallow:\n");
    }
    disallow.forEach(path -> text.append("Disallow: ").append(rule(path, site)).append('\n'));
    text.append('\n');
    for (UrlPath sitemap : SITEMAPS) {
      if (site.at(sitemap).isPresent()) {
        text.append("Sitemap: ").append(site.links().absolute(sitemap)).append('\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Paths of the settings are within the site; crawlers count from the root of the host.
  private static String rule(String path, Site site) {
    String line = XmlFile.allowed(path).replace('\n', ' ').strip();
    return line.startsWith("/") ? site.links().href(UrlPath.ROOT) + line.substring(1) : line;
  }
}
