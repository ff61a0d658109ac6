package dev.levee.search;

import dev.levee.config.DatePattern;
import dev.levee.config.TextDirection;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.site.Site;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What a result of a search shows of an article.
final class Card {

  /// As many articles share a file.
  static final int PER_FILE = 20;

  /// What is longer is cut: ten results have to be read over a bad line.
  private static final int LONGEST_TEXT = 160;

  private final Site site;
  private final Function<Article, String> summaries;

  /// @param summaries what articles are about
  Card(Site site, Function<Article, String> summaries) {
    this.site = site;
    this.summaries = summaries;
  }

  /// A file of the cards of some articles: of each the title, the address below that of the site,
  /// the date, the same as pages write it, a text and the section; where it is not that of the site
  /// the language, and which way it is written.
  byte[] file(List<Article> articles) {
    Locale ours = site.config().language();
    DateTimeFormatter dates = DatePattern.formatter(site.config().dateFormat(), ours);
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Article article : articles) {
      FrontMatter front = article.frontMatter();
      JsonArrayBuilder card =
          Json.createArrayBuilder()
              .add(front.title())
              .add(site.url(article).encoded().substring(1))
              .add(front.date().map(d -> d.toLocalDate()).map(LocalDate::toString).orElse(""))
              .add(front.date().map(dates::format).orElse(""))
              .add(cut(text(article)))
              .add(article.section().isEmpty() ? "" : site.sectionOf(article).title());
      Optional<Locale> other = front.language().filter(language -> !language.equals(ours));
      if (other.isPresent()) {
        card.add(other.get().toLanguageTag()).add(TextDirection.of(other.get()));
      }
      all.add(card);
    }
    return all.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  private String text(Article article) {
    String dek = article.frontMatter().dek();
    return dek.isEmpty() ? summaries.apply(article) : dek;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST_TEXT);
    int end = space > LONGEST_TEXT / 2 ? space : text.offsetByCodePoints(0, LONGEST_TEXT / 2);
    return text.substring(0, end) + "…";
  }
}
