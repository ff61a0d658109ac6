package dev.levee.site;

import dev.levee.config.SiteConfig.SlugStyle;
import dev.levee.content.SectionFront;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A way to sort articles, such as tags.
///
/// @param name the key of front matter
/// @param url the page that lists its terms
/// @param terms its terms in the order of their slugs
public record Taxonomy(String name, String title, UrlPath url, List<Term> terms) {

  public Taxonomy {
    terms = List.copyOf(terms);
  }

  /// The term that a name in front matter stands for.
  Optional<Term> term(String name, SlugStyle style) {
    return term(Slug.of(name, style));
  }

  /// The term of a slug.
  public Optional<Term> term(String slug) {
    int found = Collections.binarySearch(terms.stream().map(Term::slug).toList(), slug);
    return found < 0 ? Optional.empty() : Optional.of(terms.get(found));
  }

  /// A value of a taxonomy.
  ///
  /// @param name the title that its `_index.md` gives, else as the first article writes it
  /// @param front what an `_index.md` says of it, in a folder named as the taxonomy and the term
  public record Term(String slug, String name, Listing listing, Optional<SectionFront> front) {}
}
