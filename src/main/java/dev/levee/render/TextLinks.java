package dev.levee.render;

import dev.levee.config.SiteConfig.ExternalLinks;
import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.ResolvedLink;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.SiteLinks;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The links and pictures of one text: where they lead on a page, and what is wrong with them.
final class TextLinks implements LinkResolver {

  private final SiteLinks links;
  private final String folder;
  private final UnaryOperator<String> writer;
  private final ExternalLinks external;
  private final Problems problems;

  /// @param folder the folder below content that the text lies in
  /// @param writer writes a link from the host's root as the page needs it
  TextLinks(
      SiteLinks links,
      String folder,
      UnaryOperator<String> writer,
      ExternalLinks external,
      Problems problems) {
    this.links = links;
    this.folder = folder;
    this.writer = writer;
    this.external = external;
    this.problems = problems;
  }

  @Override
  public Optional<ResolvedLink> resolve(String destination, Kind kind, Location at) {
    if (LinkResolver.runsScript(destination)) {
      problems.add(
          ProblemCode.UNSAFE_LINK,
          at,
          "a browser would run " + shown(destination) + ", so it is left out",
          "write where the " + (kind == Kind.LINK ? "link leads" : "picture is"));
      return Optional.empty();
    }
    if (SiteLinks.isExternal(destination) && links.inside(destination).isEmpty()) {
      return Optional.of(outside(destination));
    }
    return Optional.of(ResolvedLink.to(writer.apply(links.resolve(folder, destination))));
  }

  /// A picture inside an address may be as long as a book.
  private static String shown(String destination) {
    return "'"
        + (destination.length() > 80 ? destination.substring(0, 79) + "…" : destination)
        + "'";
  }

  private ResolvedLink outside(String destination) {
    return SiteLinks.isWeb(destination)
        ? new ResolvedLink(destination, String.join(" ", external.rel()), external.newWindow())
        : ResolvedLink.to(destination);
  }
}
