package dev.levee.search;

import dev.levee.content.Article;
import dev.levee.markdown.Heading;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.site.Site;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes the index of a site from an earlier one and the texts that have changed since. Texts may
/// be handed over by several threads.
public final class Indexing {

  private final Site site;
  private final SearchIndex before;
  private final Documents documents;
  private final int[] numbers;
  private final Inversion inversion = new Inversion();

  /// Which articles have yet to be read.
  private final BitSet unread = new BitSet();

  /// @param before an index that was made at any time, see [SearchIndex#empty]
  public Indexing(Site site, SearchIndex before) {
    this.site = site;
    this.before = before;
    this.documents = Documents.of(site);
    this.numbers = documents.numbers(before.documents());
    unread.set(0, documents.size());
    for (int number : numbers) {
      if (number >= 0) {
        unread.clear(number);
      }
    }
  }

  /// Takes the text of an article, if it is wanted and was not taken before.
  public void read(Article article, MarkdownDocument text) {
    Optional<Integer> number = documents.number(article);
    if (number.isPresent() && isWanted(number.get())) {
      List<String> headings = text.headings().stream().map(Heading::text).toList();
      inversion.add(number.get(), documents.weights(article, headings, text.text()));
    }
  }

  private boolean isWanted(int number) {
    synchronized (unread) {
      boolean wanted = unread.get(number);
      unread.clear(number);
      return wanted;
    }
  }

  /// The articles whose texts are wanted and were not handed over yet.
  public List<Article> unread() {
    synchronized (unread) {
      return unread.stream().mapToObj(documents::article).toList();
    }
  }

  /// The index, once nothing is [#unread].
  ///
  /// @param summaries what articles are about
  public SearchIndex index(Function<Article, String> summaries) {
    boolean same = documents.entries().equals(before.documents());
    if (same) {
      return before;
    }
    List<Shard> shards = Shard.split(Merge.of(before.terms(), numbers, inversion.runs()));
    return new SearchIndex(documents.entries(), cards(summaries), shards, before.digests());
  }

  /// The files of the index but for its manifest.
  public List<SearchFile> files(SearchIndex index, Function<Article, String> summaries) {
    List<SearchFile> files = new ArrayList<>();
    for (Shard shard : index.shards()) {
      files.add(new SearchFile(shard.name() + ".bin", shard.terms()::copy));
    }
    Card card = new Card(site, summaries);
    for (int i = 0; i < index.cards().size(); i++) {
      List<Article> articles = articles(i);
      files.add(new SearchFile(index.cards().get(i) + ".json", () -> card.file(articles)));
    }
    return files;
  }

  private List<String> cards(Function<Article, String> summaries) {
    Card card = new Card(site, summaries);
    List<String> names = new ArrayList<>();
    for (int from = 0; from < documents.size(); from += Card.PER_FILE) {
      int file = names.size();
      names.add(isSame(from) ? before.cards().get(file) : Shard.name(card.file(articles(file))));
    }
    return names;
  }

  /// Whether the articles of a file of cards are those of the earlier index.
  private boolean isSame(int from) {
    List<Documents.Entry> now = documents.entries();
    List<Documents.Entry> then = before.documents();
    int end = Math.min(from + Card.PER_FILE, now.size());
    return end == Math.min(from + Card.PER_FILE, then.size())
        && now.subList(from, end).equals(then.subList(from, end));
  }

  private List<Article> articles(int file) {
    int from = file * Card.PER_FILE;
    int end = Math.min(from + Card.PER_FILE, documents.size());
    List<Article> articles = new ArrayList<>();
    for (int i = from; i < end; i++) {
      articles.add(documents.article(i));
    }
    return articles;
  }
}
