package dev.levee.site;

import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.content.UrlPath;
import dev.levee.problem.Location;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.trace.Question;
import java.util.Locale;
import java.util.Optional;

/// An address of the site and what stands there, known before anything is rendered.
public sealed interface Route {

  UrlPath path();

  /// What asks for the address: a place in a file, or a word for what Levee makes by itself.
  Location origin();

  /// What tells a route from any other that may stand at the same address at another time.
  default String key() {
    return path().value() + Question.AND + getClass().getSimpleName() + Question.AND + subject();
  }

  /// What tells a route from others of its kind; empty where there is only one.
  default String subject() {
    return "";
  }

  /// The page of an article.
  record ArticlePage(UrlPath path, Article article) implements Route {
    @Override
    public String subject() {
      return article.id();
    }

    @Override
    public Location origin() {
      return article
          .frontMatter()
          .url()
          .map(FrontMatter.Address::at)
          .orElse(Location.of(article.label()));
    }
  }

  /// A page of a list.
  ///
  /// @param page counted from 1
  record ListPage(UrlPath path, Listing listing, int page) implements Route {
    @Override
    public String subject() {
      return listing.id() + Question.AND + page;
    }

    @Override
    public Location origin() {
      String name = listing.kind() == Listing.Kind.HOME ? "" : " '" + listing.key() + "'";
      return Location.of("the list of " + listing.kind().name().toLowerCase(Locale.ROOT) + name);
    }
  }

  /// A page that lists lists: the terms of a taxonomy, all authors, all series, the archive's
  /// years.
  ///
  /// @param name the taxonomy, or `authors`, `series`, `archive`
  record Overview(UrlPath path, Listing.Kind kind, String name) implements Route {
    @Override
    public String subject() {
      return kind + "/" + name;
    }

    @Override
    public Location origin() {
      return Location.of("the overview of " + name);
    }
  }

  /// A page that servers show in place of what they cannot send.
  enum ErrorPage implements Route {
    /// For addresses that do not exist.
    NOT_FOUND("404", "addresses that do not exist"),
    /// For errors of the server: whole without any other file of the site.
    SERVER_ERROR("50x", "errors of the server");

    private final String kind;
    private final String errors;

    ErrorPage(String kind, String errors) {
      this.kind = kind;
      this.errors = errors;
    }

    @Override
    public UrlPath path() {
      return this == NOT_FOUND ? UrlPath.NOT_FOUND : UrlPath.SERVER_ERROR;
    }

    /// What templates call it, and the name of its own.
    public String kind() {
      return kind;
    }

    @Override
    public Location origin() {
      return Location.of("the page for " + errors);
    }
  }

  /// The page on which readers search the site.
  record SearchPage(UrlPath path) implements Route {
    @Override
    public Location origin() {
      return Location.of("the search page");
    }
  }

  /// The text-only twin of a page, see the handbook's page on outputs.
  ///
  /// @param full a [page][#isPage]
  record Lite(UrlPath path, Route full) implements Route {
    /// Where twins stand.
    public static final String FOLDER = "/lite";

    /// The address of the twin of a page; nothing for one that is as long as addresses can be.
    public static Optional<UrlPath> path(UrlPath page) {
      try {
        return Optional.of(new UrlPath(FOLDER + page.value()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    @Override
    public String subject() {
      return full.key();
    }

    @Override
    public Location origin() {
      return Location.of("the text-only page of " + full.path());
    }
  }

  /// An old address that sends readers on.
  record Redirect(UrlPath path, UrlPath target, Location origin) implements Route {
    @Override
    public String subject() {
      return target.value();
    }
  }

  /// A feed of a list.
  record Feed(UrlPath path, Listing listing, FeedFormat format) implements Route {
    @Override
    public String subject() {
      return listing.id() + Question.AND + format;
    }

    @Override
    public Location origin() {
      return Location.of("the feed of '" + listing.title() + "'");
    }
  }

  /// A file for machines that is made from the whole site.
  record SiteFile(UrlPath path, Kind kind, int part) implements Route {
    /// What the file is.
    public enum Kind {
      SITEMAP,
      SITEMAP_INDEX,
      NEWS_SITEMAP,
      ROBOTS,
      REDIRECTS
    }

    @Override
    public String subject() {
      return kind + "/" + part;
    }

    @Override
    public Location origin() {
      return Location.of("a file that Levee makes");
    }
  }

  /// A picture or any other file of the content folder, published as it is.
  record Resource(UrlPath path, ResourceFile file, Location origin) implements Route {
    @Override
    public String subject() {
      return file.path();
    }
  }

  /// Whether this is a page that people read and search engines list.
  default boolean isPage() {
    return this instanceof ArticlePage || this instanceof ListPage || this instanceof Overview;
  }
}
