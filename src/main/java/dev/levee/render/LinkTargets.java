package dev.levee.render;

import dev.levee.asset.Asset;
import dev.levee.asset.Assets;
import dev.levee.content.UrlPath;
import dev.levee.site.PublishedFiles;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the links of a text may lead to. All that a text asks of the rest of the site for its links
/// is asked here, in questions with short answers: whether a file is published, what stands at an
/// address, whether a page has an anchor, and, when not, why or what is nearest.
final class LinkTargets {

  static final String ASSETS = "/assets/";
  private static final String INDEX = "index.html";

  /// As the page reads it.
  private final Site site;

  private final Assets assets;
  private final Anchors anchors;

  LinkTargets(Site site, Assets assets, Anchors anchors) {
    this.site = site;
    this.assets = assets;
    this.anchors = anchors;
  }

  /// The address of the file that a path in a text names.
  ///
  /// @param folder the folder below content that the text lies in
  Optional<UrlPath> file(String folder, String path) {
    return site.links().target(folder, path);
  }

  /// The address of what stands at a path from the site's root: with or without its last slash or
  /// `index.html`, for an asset without its fingerprint too. An alias is the page that it leads to.
  Optional<UrlPath> address(String path) {
    return variants(path)
        .flatMap(p -> site.at(p).stream())
        .findFirst()
        .map(route -> route instanceof Route.Redirect alias ? alias.target() : route.path())
        .or(() -> asset(path));
  }

  /// An asset by its name, or by the very address that it has now.
  private Optional<UrlPath> asset(String path) {
    if (!path.startsWith(ASSETS)) {
      return Optional.empty();
    }
    String name = path.substring(ASSETS.length());
    String plain = Assets.nameOf(name);
    return used(name)
        .or(() -> used(plain).filter(asset -> path.equals("/" + asset.path())))
        .map(asset -> new UrlPath("/" + asset.path()));
  }

  private Optional<Asset> used(String name) {
    site.reads().note(Topic.ASSET, name);
    return assets.use(name);
  }

  private static Stream<UrlPath> variants(String path) {
    String folder = path.endsWith("/") ? path : path + "/";
    String page =
        path.endsWith("/" + INDEX) ? path.substring(0, path.length() - INDEX.length()) : folder;
    try {
      return Stream.of(path, page, folder + INDEX).map(UrlPath::new).toList().stream();
    } catch (IllegalArgumentException e) {
      return Stream.empty(); // nothing can stand there
    }
  }

  /// Whether people read what stands at an address, so that it is no picture.
  boolean isPage(UrlPath address) {
    return site.at(address).map(LinkTargets::isRead).orElse(false);
  }

  private static boolean isRead(Route route) {
    return route.isPage()
        || route instanceof Route.Lite
        || route instanceof Route.ErrorPage
        || route instanceof Route.SearchPage;
  }

  /// The id of a page that a fragment means: the very same, or the same in another of Unicode's
  /// normal forms. What lists have changes with every article, so any will do there.
  ///
  /// @param own whether the text that asks is on that page
  Optional<String> anchor(UrlPath page, String id, boolean own) {
    return site.at(page)
        .filter(route -> own || route instanceof Route.ArticlePage)
        .map(route -> anchors.find(route, id, site.reads()))
        .orElse(Optional.of(id));
  }

  /// The ids of a page, to find the nearest among.
  Collection<String> anchors(UrlPath page) {
    return site.at(page).map(route -> anchors.all(route, site.reads())).orElseThrow();
  }

  /// The published file that is nearest to a path, as a text in a folder has to name it.
  Optional<String> nearestFile(String folder, String path) {
    return site.links().nearestFile(folder, path);
  }

  /// The same for a picture.
  Optional<String> nearestPicture(String folder, String path) {
    return site.links().nearestPicture(folder, path);
  }

  /// What to do about the path of an asset that is not there.
  String assetHint(String path) {
    site.reads().note(Topic.ASSETS);
    return assets.hint(path.substring(ASSETS.length()));
  }

  /// The address that is nearest to a path at which there is nothing.
  Optional<UrlPath> nearestAddress(String path) {
    return site.nearestAddress(path);
  }

  /// Why what a path names is not published; empty when nothing is known of it.
  Optional<String> heldBack(String folder, String path, String address) {
    List<String> files =
        PublishedFiles.contentPath(folder, path.replace('\\', '/')).stream()
            .flatMap(file -> Stream.of(file, file + "/index.md", file + "/_index.md"))
            .toList();
    return site.heldBack(files, variants(address).toList());
  }
}
