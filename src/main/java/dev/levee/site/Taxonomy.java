package dev.levee.site;

import dev.levee.config.SiteConfig.SlugStyle;
import dev.levee.content.Article;
import dev.levee.content.SectionFront;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A way to sort articles, such as tags.
///
/// @param name the key of front matter
/// @param title what the site calls it; may be empty
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

  /// Whether no published article has a term of it.
  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /// The terms of an article, in the order of its front matter.
  List<Term> termsOf(Article article, SlugStyle style) {
    Map<String, Term> bySlug = new LinkedHashMap<>();
    for (String written : article.frontMatter().terms().getOrDefault(name, List.of())) {
      term(written, style).ifPresent(term -> bySlug.put(term.slug(), term));
    }
    return List.copyOf(bySlug.values());
  }

  /// The term of a slug.
  Optional<Term> term(String slug) {
    int low = 0;
    int high = terms.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = terms.get(middle).slug().compareTo(slug);
      if (order == 0) {
        return Optional.of(terms.get(middle));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Optional.empty();
  }

  /// A value of a taxonomy.
  ///
  /// @param name the title that its `_index.md` gives, else as the first article writes it
  /// @param front what an `_index.md` says of it, in a folder named as the taxonomy and the term
  public record Term(String slug, String name, Listing listing, Optional<SectionFront> front) {}
}
