package dev.levee.content;

import dev.levee.problem.Location;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the front matter of an article says, with types. All dates are in the site's time zone.
///
/// @param title never empty
/// @param publishDate when the article may first be seen; the date, when it has none of its own
/// @param url the whole path of the page, where the author fixed it
/// @param section the section's path, where the author moved the article out of its folder
/// @param terms the terms of each taxonomy, as they are written
/// @param search whether readers find the article by searching
/// @param params anything that templates want to know
public record FrontMatter(
    String title,
    Optional<ZonedDateTime> date,
    Optional<ZonedDateTime> updated,
    Optional<ZonedDateTime> publishDate,
    Optional<ZonedDateTime> expiryDate,
    boolean draft,
    Optional<String> slug,
    Optional<Address> url,
    List<Address> aliases,
    Optional<String> section,
    Optional<Layout> layout,
    Optional<String> type,
    int weight,
    Optional<Locale> language,
    String description,
    String dek,
    List<String> authors,
    Map<String, List<String>> terms,
    Optional<String> series,
    Optional<Image> image,
    boolean featured,
    boolean search,
    Optional<String> canonical,
    List<Correction> corrections,
    Map<String, @Nullable Object> params) {

  public FrontMatter {
    aliases = List.copyOf(aliases);
    authors = List.copyOf(authors);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    corrections = List.copyOf(corrections);
    params = Collections.unmodifiableMap(params);
  }

  /// Whether it says the same but for words that only readers read, or for nothing.
  public boolean differsInWords(FrontMatter other) {
    return equals(
        new FrontMatter(
            title,
            other.date,
            other.updated,
            other.publishDate,
            other.expiryDate,
            other.draft,
            other.slug,
            other.url,
            other.aliases,
            other.section,
            other.layout,
            other.type,
            other.weight,
            other.language,
            description,
            dek,
            other.authors,
            other.terms,
            other.series,
            other.image,
            other.featured,
            other.search,
            other.canonical,
            corrections,
            params));
  }

  /// An address of the article, and where the front matter names it.
  public record Address(UrlPath path, Location at) {}

  /// The name of a template, and where the front matter asks for it.
  public record Layout(String name, Location at) {}

  /// The lead picture.
  ///
  /// @param src a path beside the article, a path from the site's root, or an absolute URL
  /// @param alt what the picture shows, for those who do not see it; empty for mere decoration
  /// @param focus the point that crops keep, as the author wrote it; may be empty
  /// @param at where the front matter names the picture
  public record Image(
      String src, String alt, String caption, String credit, String focus, Location at) {}

  /// A note on what was put right after publication.
  public record Correction(Optional<ZonedDateTime> date, String text) {}
}
