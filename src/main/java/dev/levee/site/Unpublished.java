package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Content;
import dev.levee.content.SectionFront;
import dev.levee.content.UrlPath;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.source.SourceTree;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What lies in the content folder and is not on the site, and why.
final class Unpublished {

  private final Map<String, String> byFile = new HashMap<>();
  private final Map<UrlPath, String> byAddress = new HashMap<>();

  private Unpublished() {}

  /// @param files knows what is published
  static Unpublished of(
      SiteConfig config, Content content, Publication publication, PublishedFiles files) {
    Unpublished unpublished = new Unpublished();
    Permalinks permalinks = new Permalinks(config, new Problems());
    Map<String, String> bundles = new HashMap<>();
    for (Article article : content.articles()) {
      if (files.published(article.id()).isEmpty()) {
        String why = article.label() + reason(article, publication);
        unpublished.byFile.put(UrlPath.composed(article.id()), why);
        if (article.file().isBundle()) {
          bundles.put(article.file().folder(), why);
        }
        permalinks.of(article).ifPresent(url -> unpublished.byAddress.putIfAbsent(url, why));
      }
    }
    for (SectionFront section : content.sections().values()) {
      if (files.published(section.file()).isEmpty()) {
        unpublished.byFile.put(UrlPath.composed(section.file()), "none of its articles is");
      }
    }
    for (ResourceFile file : content.resources()) {
      if (files.published(file.path()).isEmpty()) {
        unpublished.byFile.put(UrlPath.composed(file.path()), reason(file, bundles));
      }
    }
    return unpublished;
  }

  /// Why an article is not published, as the end of a sentence that begins with its name.
  static String reason(Article article, Publication publication) {
    return switch (publication.state(article)) {
      case DRAFT -> " is a draft";
      case FUTURE ->
          " waits for " + article.frontMatter().publishDate().map(Unpublished::iso).orElse("");
      case EXPIRED ->
          " expired at " + article.frontMatter().expiryDate().map(Unpublished::iso).orElse("");
      case PUBLISHED -> " has no address";
    };
  }

  private static String iso(ZonedDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String reason(ResourceFile file, Map<String, String> bundles) {
    String folder = file.folder();
    while (!folder.isEmpty()) {
      String bundle = bundles.get(folder);
      if (bundle != null) {
        return bundle;
      }
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
    return "none of the articles beside it is";
  }

  /// Why the first of some files, or else of some addresses, of which that is known is held back.
  Optional<String> why(Collection<String> files, Collection<UrlPath> addresses) {
    return Stream.concat(
            files.stream().flatMap(file -> why(file).stream()),
            addresses.stream().flatMap(address -> why(address).stream()))
        .findFirst();
  }

  /// Why a file is not published; empty when it is, or is not there.
  Optional<String> why(String contentPath) {
    String known = byFile.get(UrlPath.composed(contentPath));
    boolean hidden = Stream.of(contentPath.split("/", -1)).anyMatch(SourceTree::isHidden);
    return known == null && hidden
        ? Optional.of("names that start with '_' or '.' are not")
        : Optional.ofNullable(known);
  }

  /// Why there is nothing at an address that an article would have.
  Optional<String> why(UrlPath address) {
    return Optional.ofNullable(byAddress.get(address));
  }
}
