package dev.levee.render;

import dev.levee.content.UrlPath;
import dev.levee.markdown.LinkResolver.Kind;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.render.TextLinks.Text;
import dev.levee.render.TextLinks.Written;
import dev.levee.site.SiteLinks;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says what is wrong with the links of a text, and what their author probably meant.
final class LinkProblems {

  private static final int SHOWN = 80;

  /// The name of a host without the scheme in front of it.
  private static final Pattern HOST =
      Pattern.compile(
          "(?i:www\\.[^/?#]+|[^/?#.]+(?:\\.[^/?#.]+)*\\.(?:com|edu|gov|net|org))(?=[/?#]|$)");

  private static final Pattern MAIL = Pattern.compile("[^/?#@]+@[^/?#@]+\\.[^/?#@.]+");
  private static final Pattern TEMPLATE_CODE = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}");

  /// Who has more dead links in one text has moved a site; looking for the nearest of each would
  /// take longer than building it.
  private static final int MAX_LOOKUPS = 50;

  private final Text text;
  private final SiteLinks links;
  private final LinkTargets targets;
  private final Problems problems;
  private int lookups;

  LinkProblems(Text text, SiteLinks links, LinkTargets targets, Problems problems) {
    this.text = text;
    this.links = links;
    this.targets = targets;
    this.problems = problems;
  }

  /// A browser would run it.
  void unsafe(String destination, Kind kind, Location at) {
    problems.add(
        ProblemCode.UNSAFE_LINK,
        at,
        "a browser would run " + shown(destination) + ", so it is left out",
        "write where the " + (kind == Kind.LINK ? "link leads" : "picture is"));
  }

  /// It is a file of the computer on which the text was written.
  void onDisk(String destination, Kind kind, Location at) {
    problems.add(
        code(kind),
        at,
        shown(destination) + " is a file on somebody's computer",
        "put it into the content folder, and name it from there");
  }

  /// It leads nowhere.
  ///
  /// @param meant what it would lead to if it did not stand in raw HTML
  void missing(Written link, Optional<String> meant) {
    boolean picture = link.kind() == Kind.PICTURE;
    String none =
        link.destination().isEmpty()
            ? "this " + (picture ? "picture" : "link") + " has no destination"
            : "there is no " + (picture ? "picture " : "page or file ") + shown(link.destination());
    Optional<String> heldBack = heldBack(link);
    problems.add(
        code(link.kind()),
        link.at(),
        heldBack.map(why -> shown(link.destination()) + " is not published: " + why).orElse(none),
        heldBack
            .map(why -> "publish it, or take the " + (picture ? "picture" : "link") + " out")
            .or(() -> meant.map(m -> "HTML is passed on as it stands: write '" + m + "'"))
            .orElseGet(() -> hint(link)));
  }

  private Optional<String> heldBack(Written link) {
    return link.destination().isEmpty()
        ? Optional.empty()
        : targets.heldBack(
            text.folder(), link.to().decodedPath(), TextLinks.address(link.to(), text));
  }

  /// The page is there, but not the heading.
  void anchor(UrlPath page, Written link, String id) {
    String path = link.to().path();
    problems.add(
        ProblemCode.BROKEN_ANCHOR,
        link.at(),
        (path.isEmpty() ? "this page" : shown(path)) + " has no heading or id " + shown(id),
        Optional.of(id)
            .filter(wanted -> lookups++ < MAX_LOOKUPS)
            .flatMap(wanted -> NearestWord.to(wanted, targets.anchors(page)))
            .map(nearest -> "did you mean '#" + nearest + "'?")
            .orElse("the id of a heading is its text in small letters, with '-' for spaces"));
  }

  private static ProblemCode code(Kind kind) {
    return kind == Kind.LINK ? ProblemCode.BROKEN_LINK : ProblemCode.MISSING_PICTURE;
  }

  private String hint(Written link) {
    String destination = link.destination();
    String otherwise =
        link.kind() == Kind.PICTURE
            ? "put it beside the article, or name it from the content folder: /pictures/x.jpg"
            : "name the file of a page: from where the text lies, or as /news/flood.md";
    if (destination.isEmpty()) {
      return otherwise;
    }
    if (TEMPLATE_CODE.matcher(destination).find()) {
      String rest = TEMPLATE_CODE.matcher(destination).replaceAll("");
      return "template code is not filled in here"
          + targets.address(rest).map(a -> ": write '" + rest + "'").orElse("");
    }
    if (MAIL.matcher(destination).matches()) {
      return meant("mailto:" + destination);
    }
    if (HOST.matcher(destination).lookingAt()) {
      return meant("https://" + destination);
    }
    if (lookups++ >= MAX_LOOKUPS) {
      return otherwise;
    }
    return nearest(link).map(LinkProblems::meant).orElse(otherwise);
  }

  private Optional<String> nearest(Written link) {
    String path = link.to().decodedPath();
    if (link.inside()) {
      return targets.nearestAddress(path).map(links::absolute);
    }
    if (link.kind() == Kind.PICTURE) {
      return targets.nearestPicture(text.folder(), path);
    }
    Optional<String> file = targets.nearestFile(text.folder(), path);
    Optional<String> address =
        targets
            .nearestAddress(TextLinks.address(link.to(), text))
            .or(() -> links.belowBase(path).flatMap(targets::nearestAddress))
            .map(a -> a.value().replace(" ", "%20"));
    boolean asAddress = path.startsWith("/") && !path.endsWith(".md");
    return asAddress ? address.or(() -> file) : file.or(() -> address);
  }

  /// A picture inside an address may be as long as a book.
  private static String shown(String destination) {
    return "'"
        + (destination.length() > SHOWN ? destination.substring(0, SHOWN - 1) + "…" : destination)
        + "'";
  }

  private static String meant(String nearest) {
    return "did you mean '" + nearest + "'?";
  }
}
