package dev.levee.search;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.site.Site;
import dev.levee.trace.Hash;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The articles of a site that can be found, each with a number: the oldest first, so that a new
/// one leaves the others their numbers.
final class Documents {

  private final Site site;
  private final List<Article> articles;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> numbers;

  /// @param id the article's
  /// @param key the hash of all that the index says of it
  record Entry(String id, long key) {}

  private record Dated(Article article, long second) {}

  private Documents(Site site, List<Article> articles) {
    this.site = site;
    this.articles = articles;
    this.numbers = HashMap.newHashMap(articles.size());
    SiteConfig config = site.config();
    long settings = new Hash().add(config.textDigest()).add(config.dateFormat()).value();
    for (Article article : articles) {
      numbers.put(article.id(), entries.size());
      entries.add(new Entry(article.id(), key(article, settings)));
    }
  }

  static Documents of(Site site) {
    List<Dated> dated = new ArrayList<>();
    for (Article article : site.articles()) {
      if (article.frontMatter().search()) {
        Optional<ZonedDateTime> date = article.frontMatter().date();
        dated.add(
            new Dated(article, date.isPresent() ? date.get().toEpochSecond() : Long.MIN_VALUE));
      }
    }
    dated.sort(
        Comparator.comparingLong(Dated::second).thenComparing(document -> document.article.id()));
    return new Documents(site, dated.stream().map(Dated::article).toList());
  }

  private long key(Article article, long settings) {
    FrontMatter front = article.frontMatter();
    Hash hash = new Hash().add(settings).add(article.digest()).add(article.bodyDigest());
    hash.add(site.url(article).value()).add(site.sectionOf(article).title());
    front.authors().forEach(author -> hash.add(site.author(author).name()));
    return hash.value();
  }

  int size() {
    return articles.size();
  }

  Article article(int number) {
    return articles.get(number);
  }

  /// The number of an article; nothing for one that is not to be found.
  Optional<Integer> number(Article article) {
    return Optional.ofNullable(numbers.get(article.id()));
  }

  List<Entry> entries() {
    return entries;
  }

  /// The weights of the words of an article.
  ///
  /// @param headings those of its text
  Map<String, Integer> weights(Article article, List<String> headings, String text) {
    FrontMatter front = article.frontMatter();
    List<String> about = new ArrayList<>(headings);
    about.add(front.dek());
    about.add(front.description());
    front.terms().values().forEach(about::addAll);
    front.series().ifPresent(about::add);
    front.authors().forEach(author -> about.add(site.author(author).name()));
    return Weights.of(front.title(), about, text);
  }

  /// Where each entry of an earlier index is now; -1 for one that has changed or is gone.
  int[] numbers(List<Entry> earlier) {
    int[] now = new int[earlier.size()];
    for (int i = 0; i < now.length; i++) {
      Entry entry = earlier.get(i);
      int number = numbers.getOrDefault(entry.id, -1);
      now[i] = number >= 0 && entries.get(number).key == entry.key ? number : -1;
    }
    return now;
  }
}
