package dev.levee.render;

import dev.levee.config.Brand;
import dev.levee.config.Brand.Shades;
import dev.levee.config.Brand.Sign;
import dev.levee.content.UrlPath;
import dev.levee.problem.ProblemCode;
import java.util.Optional;

/// What templates may ask of the look of the site.
final class BrandViews {

  private BrandViews() {}

  static final ViewType<Shades> COLOUR =
      new ViewType<Shades>("colour")
          .with("light", (c, s) -> c.light())
          .with("dark", (c, s) -> c.dark());

  static final ViewType<Brand> BRAND =
      new ViewType<Brand>("theme")
          .with("mark", (b, s) -> b.mark().flatMap(sign -> href(sign, s)).orElse(""))
          .with("logo", (b, s) -> b.logo().flatMap(sign -> href(sign, s)).orElse(""))
          .with("accent", (b, s) -> b.accent().map(c -> COLOUR.of(c, s)))
          .with("second", (b, s) -> b.second().map(c -> COLOUR.of(c, s)))
          .with("front", (b, s) -> b.front())
          .with("footer", (b, s) -> b.footer());

  /// The address of a picture of the settings; nothing, with a problem, when it is not there.
  private static Optional<String> href(Sign sign, Scope scope) {
    LinkTargets targets = scope.targets();
    Optional<UrlPath> there =
        targets
            .file("", sign.path())
            .or(() -> targets.address(sign.path()))
            .filter(a -> !targets.isPage(a));
    if (there.isEmpty()) {
      scope
          .problems()
          .add(
              ProblemCode.MISSING_PICTURE,
              sign.at(),
              "there is no picture '" + sign.path() + "'",
              hint(sign.path(), targets));
    }
    return there.map(scope::href);
  }

  private static String hint(String path, LinkTargets targets) {
    return path.startsWith(LinkTargets.ASSETS)
        ? targets.assetHint(path)
        : targets
            .nearestPicture("", path)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("name it from the root of the site, such as /pictures/mark.svg");
  }
}
