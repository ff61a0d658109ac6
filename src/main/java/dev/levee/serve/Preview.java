package dev.levee.serve;

import dev.levee.content.UrlPath;
import dev.levee.live.Edition;
import dev.levee.live.LiveSite;
import dev.levee.live.Made;
import dev.levee.output.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the preview of a site answers: what its server would, made now, and on every page the
/// script that lets it follow the site.
final class Preview implements Pages {

  /// More replies than anybody looks at.
  private static final int MOST_KEPT = 4_000;

  private static final String INDEX = "index.html";

  private final LiveSite site;
  private final DevelopmentPages development;

  /// By address. A reply is the same object while what it was made from is.
  private final Map<UrlPath, Shown> shown = new ConcurrentHashMap<>();

  /// @param unpublished why readers of the built site would not see it
  private record Shown(Made made, Optional<String> unpublished, Reply.Content reply) {}

  Preview(LiveSite site, DevelopmentPages development) {
    this.site = site;
    this.development = development;
  }

  @Override
  public Reply at(String path, String query) {
    if (path.startsWith(DevelopmentPages.FOLDER)) {
      return development.at(path.substring(DevelopmentPages.FOLDER.length()), query);
    }
    Edition edition = site.edition();
    String base = edition.base();
    if (!path.startsWith(base + "/")) {
      return path.equals("/") || path.equals(base)
          ? redirect(302, UrlPath.encoded(base + "/"))
          : notFound(edition);
    }
    Optional<String> moved = edition.redirect(path);
    return moved.isPresent()
        ? redirect(301, moved.get())
        : within(path.substring(base.length()), edition);
  }

  /// @param path below the site's URL
  private Reply within(String path, Edition edition) {
    Optional<UrlPath> address = address(path);
    if (address.isPresent()) {
      Optional<Reply> found = found(address.get(), edition);
      if (found.isPresent()) {
        return found.get();
      }
    }
    Optional<UrlPath> folder = path.endsWith("/") ? Optional.empty() : address(path + "/");
    return folder.isPresent() && edition.at(folder.get()).isPresent()
        ? redirect(301, UrlPath.encoded(edition.base() + path + "/"))
        : notFound(edition);
  }

  /// The file of a folder has the folder's address.
  private static Optional<UrlPath> address(String path) {
    boolean index = path.endsWith("/" + INDEX);
    try {
      return Optional.of(
          new UrlPath(index ? path.substring(0, path.length() - INDEX.length()) : path));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // nothing can stand there
    }
  }

  private Optional<Reply> found(UrlPath address, Edition edition) {
    return edition.at(address).map(made -> reply(200, address, made, edition));
  }

  private Reply notFound(Edition edition) {
    Optional<Made> page = edition.at(UrlPath.NOT_FOUND);
    return page.isPresent()
        ? reply(404, UrlPath.NOT_FOUND, page.get(), edition)
        : Failure.page(404, "There is nothing here.");
  }

  private Reply.Content reply(int status, UrlPath address, Made made, Edition edition) {
    Optional<String> unpublished = edition.whyUnpublished(address);
    Shown known = shown.get(address);
    if (known != null
        && known.made.equals(made)
        && known.reply.status() == status
        && known.unpublished.equals(unpublished)) {
      return known.reply;
    }
    Reply.Content reply = content(status, made, unpublished);
    if (shown.size() > MOST_KEPT) {
      shown.clear();
    }
    shown.put(address, new Shown(made, unpublished, reply));
    return reply;
  }

  private static Reply.Content content(int status, Made made, Optional<String> unpublished) {
    if (made.content().isEmpty()) {
      return Failure.page(500, "This cannot be shown.");
    }
    byte[] bytes = bytes(made.content().get());
    Map<String, String> headers = headers(made.headers());
    boolean html = headers.getOrDefault("Content-Type", "").startsWith("text/html");
    return html
        ? new Reply.Content(status, headers, FollowingPage.of(bytes, unpublished))
        : new Reply.Content(status, headers, bytes);
  }

  private static byte[] bytes(Output.Content content) {
    try {
      return switch (content) {
        case Output.Bytes bytes -> bytes.bytes();
        case Output.CopyOf copy -> Files.readAllBytes(copy.file());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What may change has to be asked for again, and what holds for the host of the built site does
  /// not hold for this machine.
  private static Map<String, String> headers(Map<String, String> production) {
    Map<String, String> headers = new LinkedHashMap<>(production);
    headers.remove("Strict-Transport-Security");
    headers.computeIfPresent(
        "Cache-Control", (name, value) -> value.contains("immutable") ? value : "no-cache");
    headers.computeIfPresent(
        "Content-Security-Policy", (name, policy) -> FollowingPage.allowedBy(policy));
    return headers;
  }

  private static Reply redirect(int status, String to) {
    return new Reply.Content(
        status,
        Map.of("Location", to, "Cache-Control", "no-cache", "Content-Type", "text/plain"),
        to.getBytes(StandardCharsets.UTF_8));
  }
}
