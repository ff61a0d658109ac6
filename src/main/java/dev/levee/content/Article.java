package dev.levee.content;

import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.TextFile;
import dev.levee.trace.Hash;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An article as its file gives it, without its body, which is read again when it is needed.
///
/// @param file where it comes from; its path identifies the article
/// @param label the path that problems show, from the site's folder
/// @param section the path of the section it belongs to, such as `world/europe`; empty at the top
/// @param fileSlug the slug that the names of the file and its folder give
/// @param bodyLine the line of the file at which the body starts
/// @param digest the hash of all that the article says, but for its body
/// @param bodyDigest the hash of the body and of where it starts
public record Article(
    ArticleFile file,
    String label,
    String section,
    FrontMatter frontMatter,
    String fileSlug,
    int bodyLine,
    long digest,
    long bodyDigest)
    implements Comparable<Article> {

  /// The newest first, in the order of lists those of one second; what has no date comes last.
  public static final Comparator<Article> NEWEST_FIRST =
      (a, b) -> {
        int newest = Long.compare(b.second(), a.second());
        return newest != 0 ? newest : a.compareTo(b);
      };

  /// What identifies the article: its path below the content folder.
  public String id() {
    return file.path();
  }

  /// The same article, whose file was looked at again.
  Article at(ArticleFile again) {
    return again.equals(file)
        ? this
        : new Article(again, label, section, frontMatter, fileSlug, bodyLine, digest, bodyDigest);
  }

  /// Reads the body from disk; empty, with a problem, when the file can no longer be read. Whoever
  /// writes to the file meanwhile can make it another than that of the [#bodyDigest].
  public String body(Problems problems) {
    return TextFile.read(file.file(), label, problems)
        .map(text -> FrontMatterBlock.body(text, bodyLine))
        .orElse("");
  }

  /// The hash of a body as it is kept in [#bodyDigest].
  public static long digest(String body, int bodyLine) {
    return new Hash().add(body).add(bodyLine).value();
  }

  /// The order of lists: articles with a weight first, the lightest on top; then the newest; then
  /// by title.
  @Override
  public int compareTo(Article other) {
    int byWeight = Integer.compare(rank(), other.rank());
    if (byWeight != 0) {
      return byWeight;
    }
    int byDate = Long.compare(other.second(), second());
    if (byDate != 0) {
      return byDate;
    }
    int byTitle = frontMatter.title().compareTo(other.frontMatter.title());
    return byTitle != 0 ? byTitle : id().compareTo(other.id());
  }

  /// What an article is made from says what it is; comparing all that came of it would take longer.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Article article
        && id().equals(article.id())
        && digest == article.digest
        && bodyDigest == article.bodyDigest;
  }

  @Override
  public int hashCode() {
    return file.path().hashCode();
  }

  private int rank() {
    return frontMatter.weight() == 0 ? Integer.MAX_VALUE : frontMatter.weight();
  }

  /// The date in seconds since 1970; long ago when there is none.
  private long second() {
    Optional<ZonedDateTime> date = frontMatter.date();
    return date.isPresent() ? date.get().toEpochSecond() : Long.MIN_VALUE;
  }
}
