package dev.levee.page;

import dev.levee.site.Destination;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Which files of the site the links of a page lead to.
///
/// @param base the path of the site's URL, without a slash at its end
/// @param page the address of the page
record SiteFile(String base, String page) {

  /// The file of the site that a link leads to, without a slash at its start; empty for what is
  /// elsewhere.
  Optional<String> of(String link) {
    String path = Destination.of(link.strip()).decodedPath();
    int colon = path.indexOf(':');
    if (path.isEmpty()
        || path.startsWith("//")
        || (colon >= 0 && path.indexOf('/') > colon)
        || link.startsWith("data:")) {
      return Optional.empty();
    }
    String full = path.startsWith("/") ? path : page.substring(0, page.lastIndexOf('/') + 1) + path;
    Deque<String> parts = new ArrayDeque<>();
    for (String part : full.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String file = String.join("/", parts);
    String inside = base.isEmpty() ? "" : base.substring(1) + "/";
    return file.startsWith(inside)
        ? Optional.of(file.substring(inside.length()))
        : Optional.empty();
  }
}
