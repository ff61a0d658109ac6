package dev.levee.content;

import dev.levee.config.SiteConfig;
import dev.levee.content.FrontMatter.Address;
import dev.levee.content.FrontMatter.Correction;
import dev.levee.content.FrontMatter.Layout;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Gives front matter its types, noting what does not fit.
final class FrontMatterReader {

  private static final Pattern CANONICAL = Pattern.compile("https?://[^/\\s]+\\S*|[^\\s:]+");

  private final SiteConfig config;
  private final Set<String> authors;
  private final Problems problems;

  /// @param authors the ids that authors may have; any is right when it is empty
  FrontMatterReader(SiteConfig config, Set<String> authors, Problems problems) {
    this.config = config;
    this.authors = Set.copyOf(authors);
    this.problems = problems;
  }

  /// @param mapping front matter under standard names, see [FrontMatterKeys#standard]
  /// @param fileDate the date in the name of the file, if it has one
  /// @param fileTitle what stands in for a missing title
  /// @param lastCommit when the file was last committed, if that is known and asked for
  FrontMatter read(
      Mapping mapping,
      Optional<ZonedDateTime> fileDate,
      String fileTitle,
      Optional<Instant> lastCommit) {
    Fields fields = new Fields(mapping, ProblemCode.WRONG_TYPE, problems);
    Optional<ZonedDateTime> date = date(fields, FrontMatterKey.DATE).or(() -> fileDate);
    return new FrontMatter(
        title(fields, fileTitle),
        date,
        date(fields, FrontMatterKey.UPDATED).or(() -> committed(lastCommit, date)),
        date(fields, FrontMatterKey.PUBLISH_DATE).or(() -> date),
        date(fields, FrontMatterKey.EXPIRY_DATE),
        isDraft(fields),
        slug(fields),
        path(fields, FrontMatterKey.URL),
        aliases(fields),
        fields.text(FrontMatterKey.SECTION.key()).flatMap(s -> section(fields, s)),
        layout(fields),
        fields.text(FrontMatterKey.TYPE.key()),
        fields.integer(FrontMatterKey.WEIGHT.key()).orElse(0),
        language(fields),
        fields.text(FrontMatterKey.DESCRIPTION.key()).map(String::strip).orElse(""),
        fields.text(FrontMatterKey.DEK.key()).map(String::strip).orElse(""),
        authors(fields),
        terms(fields),
        series(fields),
        ImageReader.read(fields, problems),
        fields.flag(FrontMatterKey.FEATURED.key()).orElse(false),
        fields.flag(FrontMatterKey.SEARCH.key()).orElse(true),
        canonical(fields),
        corrections(fields),
        fields.data(FrontMatterKey.PARAMS.key()));
  }

  private String title(Fields fields, String fileTitle) {
    Optional<String> title =
        fields.text(FrontMatterKey.TITLE.key()).map(String::strip).filter(t -> !t.isEmpty());
    if (title.isEmpty()) {
      problems.add(
          ProblemCode.MISSING_TITLE,
          fields.mapping().at(),
          "this article has no title",
          "start the file with lines '---', 'title: " + fileTitle + "', '---'");
    }
    return title.orElse(fileTitle);
  }

  /// A commit of the day of publication is the publication.
  private Optional<ZonedDateTime> committed(
      Optional<Instant> lastCommit, Optional<ZonedDateTime> date) {
    return lastCommit
        .map(commit -> commit.atZone(config.timezone()))
        .filter(c -> date.map(d -> c.toLocalDate().isAfter(d.toLocalDate())).orElse(true));
  }

  private Optional<ZonedDateTime> date(Fields fields, FrontMatterKey key) {
    return fields.text(key.key()).flatMap(text -> date(text, fields.at(key.key()), key.key()));
  }

  private Optional<ZonedDateTime> date(String text, Location at, String key) {
    try {
      return Optional.of(Dates.parse(text, config.timezone()));
    } catch (DateTimeException e) {
      problems.add(
          ProblemCode.BAD_DATE,
          at,
          "'" + key + ": " + text.strip() + "': " + e.getMessage(),
          "write it as 2016-11-08 or 2016-11-08T21:30:00-05:00");
      return Optional.empty();
    }
  }

  private Optional<String> slug(Fields fields) {
    String key = FrontMatterKey.SLUG.key();
    Optional<String> slug = fields.text(key).filter(s -> !s.isBlank());
    if (slug.isEmpty()) {
      return slug;
    }
    String text = slug.get();
    String made = Slug.of(text, config.slugs());
    boolean leaves =
        text.contains("/") || text.contains("\\") || text.chars().anyMatch(Character::isISOControl);
    if (leaves || made.isEmpty()) {
      problems.add(
          ProblemCode.BAD_SLUG,
          fields.at(key),
          "'slug: " + printable(text) + "' is not one part of an address",
          made.isEmpty() ? "" : "such as " + made);
    }
    return Optional.of(made).filter(s -> !s.isEmpty());
  }

  /// The template that an article or a section asks for.
  static Optional<Layout> layout(Fields fields) {
    String key = FrontMatterKey.LAYOUT.key();
    return fields
        .text(key)
        .filter(name -> !name.isBlank())
        .map(name -> new Layout(name.strip(), fields.at(key)));
  }

  private Optional<Address> path(Fields fields, FrontMatterKey key) {
    return fields
        .text(key.key())
        .filter(s -> !s.isBlank())
        .flatMap(t -> path(t, fields.at(key.key()), key));
  }

  private Optional<Address> path(String text, Location at, FrontMatterKey key) {
    try {
      return Optional.of(new Address(UrlPath.ofPage(text.strip()), at));
    } catch (IllegalArgumentException e) {
      String message =
          "'" + key.key() + ": " + printable(text) + "' is not an address within the site: ";
      badUrl(at, message + e.getMessage(), "/news/my-article/");
      return Optional.empty();
    }
  }

  private void badUrl(Location at, String message, String example) {
    problems.add(ProblemCode.BAD_URL, at, message, "such as " + example);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private List<Address> aliases(Fields fields) {
    List<Address> aliases = new ArrayList<>();
    for (Scalar alias : fields.scalars(FrontMatterKey.ALIASES.key())) {
      String text = alias.text().strip();
      String path = text.startsWith("/") ? text : "/" + text;
      path(path, alias.at(), FrontMatterKey.ALIASES).ifPresent(aliases::add);
    }
    return aliases;
  }

  private Optional<String> section(Fields fields, String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      String slug = Slug.of(part, config.slugs());
      if (slug.isEmpty() && !part.isEmpty()) {
        badUrl(
            fields.at(FrontMatterKey.SECTION.key()),
            "'section: " + printable(text) + "' is not the path of a section",
            "world/europe");
        return Optional.empty();
      }
      if (!part.isEmpty()) {
        parts.add(slug);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  private Optional<Locale> language(Fields fields) {
    String key = FrontMatterKey.LANGUAGE.key();
    Optional<String> tag = fields.text(key).map(String::strip).filter(t -> !t.isEmpty());
    Optional<Locale> language =
        tag.map(t -> Locale.forLanguageTag(t.replace('_', '-')))
            .filter(locale -> !locale.getLanguage().isEmpty());
    if (tag.isPresent() && language.isEmpty()) {
      wrong(fields.at(key), "'" + tag.get() + "' is not a language tag", "such as en or pt-BR");
    }
    return language;
  }

  /// What cannot be read of the keys that hold an article back holds it back, so that lowering a
  /// problem never publishes by mistake.
  private boolean isDraft(Fields fields) {
    String key = FrontMatterKey.DRAFT.key();
    boolean unsure =
        isUnreadable(fields, FrontMatterKey.PUBLISH_DATE)
            || isUnreadable(fields, FrontMatterKey.EXPIRY_DATE);
    return fields.flag(key).orElse(fields.node(key).isPresent()) || unsure;
  }

  private boolean isUnreadable(Fields fields, FrontMatterKey date) {
    return fields.node(date.key()).isPresent()
        && fields.text(date.key()).flatMap(this::dateOf).isEmpty();
  }

  private Optional<ZonedDateTime> dateOf(String text) {
    try {
      return Optional.of(Dates.parse(text, config.timezone()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> canonical(Fields fields) {
    String key = FrontMatterKey.CANONICAL.key();
    Optional<String> address = fields.text(key).map(String::strip).filter(a -> !a.isEmpty());
    boolean wrong =
        address
            .map(a ->
                !CANONICAL.matcher(a).matches()
                    || a.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE))
            .orElse(false);
    if (wrong) {
      wrong(
          fields.at(key),
          "'canonical: " + printable(address.get()) + "' is not an address",
          "write it as https://example.org/a/ or /a/");
    }
    return wrong ? Optional.empty() : address;
  }

  private Optional<String> series(Fields fields) {
    String key = FrontMatterKey.SERIES.key();
    List<String> names = fields.texts(key).orElse(List.of());
    if (names.size() > 1) {
      wrong(fields.at(key), "an article belongs to one series, not " + names.size(), "keep one");
    }
    return names.stream().map(String::strip).findFirst();
  }

  private void wrong(Location at, String message, String hint) {
    problems.add(ProblemCode.WRONG_TYPE, at, message, hint);
  }

  private List<String> authors(Fields fields) {
    List<String> ids = new ArrayList<>();
    for (YamlNode item : fields.items(FrontMatterKey.AUTHORS.key())) {
      Optional<Scalar> name =
          item instanceof Mapping m
              ? new Fields(m, ProblemCode.WRONG_TYPE, problems).scalars("name").stream().findFirst()
              : Optional.of(item).filter(Scalar.class::isInstance).map(Scalar.class::cast);
      String id = name.map(s -> s.text().strip()).orElse("");
      if (id.isEmpty()) {
        if (!(item instanceof Scalar)) {
          wrong(item.at(), "an author is an id or a name, not " + item.kind(), "authors: [ada]");
        }
        continue;
      }
      ids.add(id);
      if (!authors.isEmpty() && !authors.contains(id)) {
        problems.add(
            ProblemCode.UNKNOWN_AUTHOR,
            item.at(),
            "'" + id + "' is not an author of _data/authors",
            NearestWord.hint(id, authors.stream().sorted().toList(), "add the author there"));
      }
    }
    return ids.stream().distinct().toList();
  }

  private Map<String, List<String>> terms(Fields fields) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    for (String taxonomy : config.taxonomies().keySet()) {
      List<String> of = fields.texts(taxonomy).orElse(List.of());
      if (!of.isEmpty()) {
        terms.put(taxonomy, of.stream().map(String::strip).distinct().toList());
      }
    }
    return terms;
  }

  private List<Correction> corrections(Fields fields) {
    List<Correction> corrections = new ArrayList<>();
    String key = FrontMatterKey.CORRECTIONS.key();
    for (YamlNode item : fields.items(key)) {
      if (item instanceof Scalar text) {
        if (text.text().isBlank()) {
          continue;
        }
        corrections.add(new Correction(Optional.empty(), text.text()));
        continue;
      }
      Optional<Fields> note = fields.fields(key, item);
      note.ifPresent(n -> n.reportUnknown(ProblemCode.UNKNOWN_KEY, List.of("date", "text")));
      if (note.isPresent() && note.get().node("text").isEmpty()) {
        wrong(item.at(), "this correction has no 'text'", "text: …");
      }
      note.flatMap(n -> n.text("text"))
          .ifPresent(text ->
              corrections.add(
                  new Correction(
                      note.get().text("date").flatMap(d -> date(d, note.get().at("date"), "date")),
                      text)));
    }
    return corrections;
  }
}
