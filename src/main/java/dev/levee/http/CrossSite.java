package dev.levee.http;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/// Tells the requests that pages of other sites make, by what browsers say of them.
final class CrossSite {

  private CrossSite() {}

  /// Whether a page of another origin makes a request; another port is another origin.
  static boolean made(Headers request) {
    String origin = request.getFirst("Origin");
    if (origin != null && !isOwn(origin, request)) {
      return true;
    }
    String site = request.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    // browsers say nothing of sites to servers that are reached by plain HTTP over a network
    String referer = request.getFirst("Referer");
    return referer != null && !isOwn(origin(referer), request);
  }

  private static boolean isOwn(String origin, Headers request) {
    @Nullable String host = request.getFirst("Host");
    return host != null && origin.equalsIgnoreCase("http://" + host);
  }

  private static String origin(String url) {
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    return slash < 0 ? url : url.substring(0, slash);
  }
}
