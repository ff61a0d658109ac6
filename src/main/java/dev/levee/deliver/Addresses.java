package dev.levee.deliver;

import dev.levee.content.UrlPath;
import java.util.List;

/// Where readers ask for a file.
public final class Addresses {

  private Addresses() {}

  /// All addresses of a file, percent-encoded: those of an index are its folder, with and without
  /// the slash, and its own name.
  ///
  /// @param base the path of the site's URL, not encoded, without a slash at its end
  /// @param file its path in the site, such as `news/index.html`
  public static List<String> of(String base, String file) {
    String own = UrlPath.encoded(base + "/" + file);
    String folder = UrlPath.encoded(Published.address(base, file));
    if (own.equals(folder)) {
      return List.of(own);
    }
    String bare = folder.substring(0, folder.length() - 1);
    return bare.isEmpty() ? List.of(folder, own) : List.of(folder, own, bare);
  }
}
