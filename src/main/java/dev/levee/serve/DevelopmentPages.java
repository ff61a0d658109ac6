package dev.levee.serve;

import dev.levee.content.UrlPath;
import dev.levee.http.Reply;
import dev.levee.live.Edition;
import dev.levee.live.LiveSite;
import dev.levee.live.Made;
import dev.levee.site.Route;
import dev.levee.trace.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What only a preview has, at addresses that no site can have: the script that follows the site,
/// and what the site is made of.
final class DevelopmentPages {

  /// Where they are, whatever the path of the site's URL.
  static final String FOLDER = UrlPath.OWN + "/";

  private static final String MAPS = "maps";
  private static final Map<String, String> HTML =
      Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store");

  private final LiveSite site;
  private final LiveReload reload;

  DevelopmentPages(LiveSite site, LiveReload reload) {
    this.site = site;
    this.reload = reload;
  }

  /// Where the source map of an asset is.
  ///
  /// @param address of the asset, below the site's URL
  static String mapOf(UrlPath address) {
    return FOLDER + MAPS + address.encoded();
  }

  /// @param name below the folder
  Reply at(String name, String query) {
    if (name.startsWith(MAPS + "/")) {
      return map(name.substring(MAPS.length()));
    }
    return switch (name) {
      case "live.js" -> script();
      case "events" -> new Reply.Stream(reload.subscribe(query));
      case "routes", "" -> html("Routes", routes(site.edition()));
      case "asked" -> asked(query);
      default -> nothing("There is nothing here.");
    };
  }

  private static Reply nothing(String what) {
    return new Reply.Content(404, HTML, Html.page(what, ""));
  }

  private static Reply script() {
    try (InputStream in = DevelopmentPages.class.getResourceAsStream("live.js")) {
      if (in == null) {
        throw new IOException("live.js is missing");
      }
      return new Reply.Content(
          200,
          Map.of("Content-Type", "text/javascript; charset=utf-8", "Cache-Control", "no-cache"),
          in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply map(String address) {
    try {
      return site.edition()
          .sourceMap(new UrlPath(address))
          .<Reply>map(map ->
              new Reply.Content(
                  200,
                  Map.of("Content-Type", "application/json", "Cache-Control", "no-cache"),
                  map.getBytes(StandardCharsets.UTF_8)))
          .orElseGet(() -> nothing("There is no source map for this."));
    } catch (IllegalArgumentException e) {
      return nothing("There is no source map for this.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every address, what it is, and where it comes from.
  private static String routes(Edition edition) {
    StringBuilder html =
        new StringBuilder("<table><thead><tr><th>Address<th>What<th>From<th></thead><tbody>\n");
    for (Route route : edition.routes()) {
      String address = UrlPath.encoded(edition.base() + route.path());
      html.append("<tr><td>").append(link(address, route.path().value()));
      html.append("<td>").append(Html.escaped(route.getClass().getSimpleName()));
      html.append("<td>").append(Html.escaped(route.origin().toString()));
      html.append("<td>").append(link(FOLDER + "asked?" + route.path().encoded(), "asked"));
      html.append('\n');
    }
    return html.append("</tbody></table>\n").toString();
  }

  /// What the page at an address hangs on.
  private Reply asked(String query) {
    Optional<Made> made;
    try {
      made =
          site.edition()
              .at(
                  new UrlPath(
                      URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      made = Optional.empty();
    }
    if (made.isEmpty()) {
      return nothing("Nothing stands at this address.");
    }
    List<String> words =
        made.get().asked().stream().map(Question::inWords).distinct().sorted().toList();
    StringBuilder html = new StringBuilder("<ul>\n");
    words.forEach(word -> html.append("<li>").append(Html.escaped(word)).append('\n'));
    return html("What " + query + " hangs on", html.append("</ul>\n").toString());
  }

  private static String link(String href, String text) {
    return "<a href=\"" + Html.escaped(href) + "\">" + Html.escaped(text) + "</a>";
  }

  private static Reply html(String title, String body) {
    return new Reply.Content(200, HTML, Html.page(title, body));
  }
}
