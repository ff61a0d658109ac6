package dev.levee.serve;

import dev.levee.content.UrlPath;
import dev.levee.http.Body;
import dev.levee.http.Pages;
import dev.levee.http.Reply;
import dev.levee.live.Edition;
import dev.levee.live.HeldBack;
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
import java.util.concurrent.atomic.AtomicLong;

/// What the preview of a site answers: what its server would, made now, and on every page the
/// script that lets it follow the site.
final class Preview {

  /// What all pages that are kept may take.
  private static final long MOST_KEPT = 32 << 20;

  /// What has more bytes is sent from the disk, as it is.
  private static final long LARGE = 1 << 20;

  private static final String INDEX = "index.html";
  private static final Map<String, String> OWN_PAGE =
      Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store");

  private final LiveSite site;
  private final Runnable problems;

  /// By address. A reply is the same object while what it was made from is.
  private final Map<UrlPath, Kept> kept = new ConcurrentHashMap<>();

  private final AtomicLong keptBytes = new AtomicLong();

  /// What is shown at an address.
  ///
  /// @param edition another whenever what is shown is
  record Shown(Reply.Content reply, String edition) {}

  /// @param files see [Edition#files]
  private record Kept(Made made, Optional<HeldBack> heldBack, long files, Shown shown) {

    long size() {
      return made.size() + shown.reply.body().size();
    }
  }

  /// @param problems is run when something is wrong with what was made
  Preview(LiveSite site, Runnable problems) {
    this.site = site;
    this.problems = problems;
  }

  /// @param path as [Pages#at] takes it, and the query with it
  Shown at(String path, String query) {
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
        : within(path.substring(base.length()), query, edition);
  }

  /// @param path below the site's URL
  private Shown within(String path, String query, Edition edition) {
    Optional<UrlPath> address = address(path);
    Optional<Made> made = address.flatMap(edition::at);
    if (made.isPresent()) {
      UrlPath there = address.orElseThrow();
      return shown(there.equals(UrlPath.SERVER_ERROR) ? 500 : 200, there, made.get(), edition);
    }
    Optional<UrlPath> folder = path.endsWith("/") ? Optional.empty() : address(path + "/");
    return folder.isPresent() && edition.at(folder.get()).isPresent()
        ? redirect(
            301,
            UrlPath.encoded(edition.base() + path + "/") + (query.isEmpty() ? "" : "?" + query))
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

  private Shown notFound(Edition edition) {
    return edition
        .at(UrlPath.NOT_FOUND)
        .map(page -> shown(404, UrlPath.NOT_FOUND, page, edition))
        .orElseGet(() -> own(404, "There is nothing here."));
  }

  private Shown shown(int status, UrlPath address, Made made, Edition edition) {
    Optional<HeldBack> heldBack = edition.heldBack(address);
    Kept known = kept.get(address);
    if (known != null
        && known.made.equals(made)
        && known.shown.reply.status() == status
        && known.files == edition.files()
        && known.heldBack.equals(heldBack)) {
      return known.shown;
    }
    Shown shown = shown(status, address, made, heldBack, edition.files());
    keep(address, new Kept(made, heldBack, edition.files(), shown));
    if (made.content().isEmpty() || !made.problems().isEmpty()) {
      problems.run();
    }
    return shown;
  }

  private void keep(UrlPath address, Kept page) {
    if (page.made.asked().isEmpty() && !page.made.fingerprinted()) {
      return; // it is made anew for each who asks
    }
    if (keptBytes.addAndGet(page.size()) > MOST_KEPT) {
      kept.clear();
      keptBytes.set(page.size());
    }
    Kept before = kept.put(address, page);
    keptBytes.addAndGet(before == null ? 0 : -before.size());
  }

  private static Shown shown(
      int status, UrlPath address, Made made, Optional<HeldBack> heldBack, long files) {
    if (made.content().isEmpty()) {
      return own(500, "This page cannot be made.");
    }
    Body body = body(made.content().get());
    Map<String, String> headers = headers(made);
    String type = headers.getOrDefault("Content-Type", "");
    if (made.fingerprinted()
        && (type.startsWith("text/javascript") || type.startsWith("text/css"))) {
      headers.put("SourceMap", DevelopmentPages.mapOf(address));
    }
    if (body instanceof Body.InMemory html && type.startsWith("text/html")) {
      FollowingPage page = FollowingPage.of(html.bytes(), status, heldBack, files);
      return new Shown(new Reply.Content(status, headers, page.html()), page.edition());
    }
    return new Shown(new Reply.Content(status, headers, body), "");
  }

  private static Shown own(int status, String what) {
    FollowingPage page = FollowingPage.of(Html.page(what, ""), status, Optional.empty(), 0);
    return new Shown(new Reply.Content(status, OWN_PAGE, page.html()), page.edition());
  }

  private static Body body(Output.Content content) {
    try {
      return switch (content) {
        case Output.Bytes bytes -> new Body.InMemory(bytes.bytes());
        case Output.CopyOf copy -> {
          Body.OnDisk file = Body.OnDisk.of(copy.file());
          yield file.size() > LARGE ? file : new Body.InMemory(Files.readAllBytes(copy.file()));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What may change has to be asked for again, and what holds for the host of the built site does
  /// not hold for this machine.
  private static Map<String, String> headers(Made made) {
    Map<String, String> headers = new LinkedHashMap<>(made.headers());
    headers.remove("Strict-Transport-Security");
    if (!made.fingerprinted()) {
      headers.replace("Cache-Control", "no-cache");
    }
    headers.computeIfPresent(
        "Content-Security-Policy", (name, policy) -> FollowingPage.allowedBy(policy));
    return headers;
  }

  private static Shown redirect(int status, String to) {
    Map<String, String> headers =
        Map.of("Location", to, "Cache-Control", "no-cache", "Content-Type", "text/plain");
    byte[] body = to.getBytes(StandardCharsets.UTF_8);
    return new Shown(new Reply.Content(status, headers, body), to);
  }
}
