package dev.levee.deliver;

import dev.levee.content.UrlPath;
import dev.levee.site.Route;
import dev.levee.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of old addresses. An address of a folder holds without its last slash too, and one
/// that could be either holds for both.
///
/// @param all in the order of the addresses
public record Redirects(List<Redirect> all) {

  /// What a host answers: the address has moved for good.
  static final int STATUS = 301;

  /// One old address.
  ///
  /// @param from where readers come to, with the path of the site's URL and not percent-encoded
  /// @param to where they are sent, from the host's root and percent-encoded
  public record Redirect(String from, String to) {}

  public Redirects {
    all = List.copyOf(all);
  }

  /// The old addresses of a site.
  public static Redirects of(Site site) {
    String base = site.links().base();
    List<Redirect> all = new ArrayList<>();
    for (Route route : site.routes().all()) {
      if (route instanceof Route.Redirect redirect) {
        String to = site.links().href(redirect.target());
        all.add(new Redirect(base + redirect.path(), to));
        otherForm(redirect.path())
            .filter(path -> site.at(path).isEmpty())
            .ifPresent(path -> all.add(new Redirect(base + path, to)));
      }
    }
    return new Redirects(all);
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
}
