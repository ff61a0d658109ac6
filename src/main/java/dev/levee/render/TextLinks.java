package dev.levee.render;

import dev.levee.config.SiteConfig.ExternalLinks;
import dev.levee.content.UrlPath;
import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.RawLink;
import dev.levee.markdown.ResolvedLink;
import dev.levee.problem.Location;
import dev.levee.site.Destination;
import dev.levee.site.PublishedFiles;
import dev.levee.site.SiteLinks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The links and pictures of one text: where they lead on a page. What leads nowhere is told, and
/// stays as it is.
final class TextLinks implements LinkResolver {

  private static final Pattern ON_A_DISK = Pattern.compile("(?i:file:|[a-z]:[/\\\\])");

  /// A path whose last part names no file.
  private static final Pattern FOLDER = Pattern.compile("(?:.*/)?\\.{0,2}");

  private final Text text;
  private final SiteLinks links;
  private final LinkTargets targets;
  private final UnaryOperator<String> writer;
  private final ExternalLinks external;
  private final Optional<LinkProblems> problems;

  /// What pictures are of, by what the page has for them.
  private final Map<String, UrlPath> pictures = new HashMap<>();

  /// Where a text is.
  ///
  /// @param folder the folder below content that it lies in
  /// @param page the address of the page that it is the text of
  record Text(String folder, UrlPath page) {}

  /// A destination as it is written, and in its parts when it leads into the site.
  ///
  /// @param inside whether it is a URL that starts with that of the site
  record Written(String destination, Destination to, boolean inside, Kind kind, Location at) {}

  /// @param writer writes a link from the host's root as the page needs it
  /// @param problems is told what is wrong; where nobody is, anchors are not looked for
  TextLinks(
      Text text,
      SiteLinks links,
      LinkTargets targets,
      UnaryOperator<String> writer,
      ExternalLinks external,
      Optional<LinkProblems> problems) {
    this.text = text;
    this.links = links;
    this.targets = targets;
    this.writer = writer;
    this.external = external;
    this.problems = problems;
  }

  @Override
  public Optional<ResolvedLink> resolve(String destination, Kind kind, Location at) {
    if (LinkResolver.runsScript(destination)) {
      problems.ifPresent(p -> p.unsafe(destination, kind, at));
      return Optional.empty();
    }
    Optional<Written> local = local(destination, kind, at);
    if (local.isEmpty()) {
      return Optional.of(outside(destination));
    }
    Written link = local.get();
    Optional<UrlPath> target = target(link);
    if (target.isEmpty()) {
      problems.ifPresent(p -> p.missing(link, Optional.empty()));
      return written(links.resolve(text.folder(), destination));
    }
    Destination to = link.to();
    String rest = to.query() + fragment(target.get(), link);
    if (to.path().isEmpty()) {
      return written(rest);
    }
    Optional<ResolvedLink> written =
        written((link.inside() ? links.absolute(target.get()) : links.href(target.get())) + rest);
    if (kind == Kind.PICTURE) {
      written.ifPresent(l -> pictures.put(l.encoded().href(), target.get()));
    }
    return written;
  }

  /// The address of a file that a picture was [resolved][#resolve] to.
  ///
  /// @param href what the page has for it, percent-encoded
  Optional<UrlPath> picture(String href) {
    return Optional.ofNullable(pictures.get(href));
  }

  private Optional<ResolvedLink> written(String href) {
    return Optional.of(ResolvedLink.to(writer.apply(href)));
  }

  private ResolvedLink outside(String destination) {
    return SiteLinks.isWeb(destination)
        ? new ResolvedLink(destination, String.join(" ", external.rel()), external.newWindow())
        : ResolvedLink.to(destination);
  }

  /// The destination in its parts; empty when it leads out of the site.
  private Optional<Written> local(String destination, Kind kind, Location at) {
    Optional<String> inside = links.inside(destination);
    if (inside.isEmpty() && SiteLinks.isExternal(destination)) {
      if (ON_A_DISK.matcher(destination).lookingAt()) {
        problems.ifPresent(p -> p.onDisk(destination, kind, at));
      }
      return Optional.empty();
    }
    Destination to = Destination.of(inside.orElse(destination));
    return Optional.of(new Written(destination, to, inside.isPresent(), kind, at));
  }

  /// The address of what a link leads to, if it leads anywhere.
  private Optional<UrlPath> target(Written link) {
    Destination to = link.to();
    if (to.path().isEmpty()) {
      return Optional.of(text.page()).filter(page -> fits(link, page));
    }
    Optional<UrlPath> file =
        link.inside() ? Optional.empty() : targets.file(text.folder(), to.path());
    return file.or(() -> targets.address(address(to, text)))
        .or(() -> links.belowBase(to.decodedPath()).flatMap(targets::address))
        .filter(address -> fits(link, address));
  }

  /// A link has to say where it leads, and a page is no picture.
  private boolean fits(Written link, UrlPath target) {
    return link.kind() == Kind.LINK ? !link.destination().isEmpty() : !targets.isPage(target);
  }

  /// The path from the site's root that a browser would make of a destination.
  static String address(Destination to, Text text) {
    String path = to.decodedPath();
    return path.startsWith("/")
        ? path
        : PublishedFiles.contentPath(text.page().folder(), path).map(p -> "/" + p).orElse(path);
  }

  private String fragment(UrlPath target, Written link) {
    String written = link.to().fragment();
    Optional<String> id = link.to().anchor();
    if (id.isEmpty() || problems.isEmpty() || link.kind() == Kind.PICTURE) {
      return written;
    }
    Optional<String> found = targets.anchor(target, id.get(), target.equals(text.page()));
    if (found.isEmpty()) {
      problems.get().anchor(target, link, id.get());
    }
    return found.filter(same -> !same.equals(id.get())).map(same -> "#" + same).orElse(written);
  }

  /// A link of the finished text from the host's root on; one that leads out of the site, or stays
  /// on the page, as it is.
  String fromRoot(String href) {
    boolean whole =
        href.isEmpty() || "/#?".indexOf(href.charAt(0)) >= 0 || SiteLinks.isExternal(href);
    if (whole) {
      return href;
    }
    Destination to = Destination.of(href);
    String path = address(to, text);
    boolean folder = FOLDER.matcher(to.path()).matches() && !path.endsWith("/");
    try {
      return links.href(new UrlPath(folder ? path + "/" : path)) + to.rest();
    } catch (IllegalArgumentException e) {
      return href; // nothing can stand there
    }
  }

  /// Looks at a link in raw HTML, which stands in the page as it is: what a browser makes of it is
  /// an address, below the path of the site's URL, and never a file.
  void check(RawLink raw) {
    if (problems.isPresent() && !LinkResolver.runsScript(raw.destination())) {
      local(raw.destination(), raw.kind(), raw.at()).ifPresent(link -> check(link, problems.get()));
    }
  }

  private void check(Written link, LinkProblems told) {
    String path = link.to().path();
    String address = address(link.to(), text);
    Optional<String> below =
        path.startsWith("/") && !link.inside() ? links.belowBase(address) : Optional.of(address);
    Optional<UrlPath> target =
        path.isEmpty() ? Optional.of(text.page()) : below.flatMap(targets::address);
    if (target.filter(t -> fits(link, t)).isPresent()) {
      fragment(target.get(), link);
      return;
    }
    Optional<String> meant = target(link).map(links::href);
    if (below.isPresent() || meant.isPresent()) {
      told.missing(link, meant);
    }
  }
}
