package dev.levee;

import dev.levee.markdown.Markdown;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.markdown.MarkdownOptions;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of the handbook as the tests that hold it to the code read it.
///
/// @param name its path below the handbook without the ending, such as `hosts/s3`
/// @param text the file without its front matter
public record HandbookPage(String name, String frontMatter, String text) {

  /// Where the handbook lies.
  public static final Path FOLDER = Path.of(System.getProperty("project.root"), "content/handbook");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  /// A row of a table, by cell.
  public record Row(List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /// What a cell has between backticks, in order.
    public List<String> code(int cell) {
      return CODE.matcher(cells.get(cell)).results().map(r -> r.group(1)).toList();
    }

    public String cell(int cell) {
      return cells.get(cell);
    }
  }

  public static HandbookPage of(String name) {
    try {
      String file = Files.readString(FOLDER.resolve(name + ".md"));
      int end = file.indexOf("\n---\n", 4) + 5;
      return new HandbookPage(name, file.substring(4, end - 4), file.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The names of all pages, the front pages of the handbook and of its parts left out.
  public static List<String> names() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .map(f -> FOLDER.relativize(f).toString().replace('\\', '/'))
          .filter(n -> n.endsWith(".md") && !n.endsWith("_index.md"))
          .map(n -> n.substring(0, n.length() - 3))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The page without its code blocks.
  public String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  /// The code blocks of a language.
  public List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(r -> r.group(1).equals(language))
        .map(r -> r.group(2))
        .toList();
  }

  /// What stands below a heading, up to the next of its level or above.
  public HandbookPage below(String heading) {
    Matcher start = Pattern.compile("(?m)^(#+) " + Pattern.quote(heading) + "$").matcher(text);
    if (!start.find()) {
      throw new AssertionError(name + ".md has no heading '" + heading + "'");
    }
    int level = start.group(1).length();
    Matcher end = Pattern.compile("(?m)^#{1," + level + "} ").matcher(text);
    int to = end.find(start.end()) ? end.start() : text.length();
    return new HandbookPage(name, frontMatter, text.substring(start.end(), to));
  }

  /// The rows of the tables whose first column is headed by a word.
  public List<Row> rows(String firstColumn) {
    List<Row> rows = new ArrayList<>();
    boolean wanted = false;
    boolean head = true;
    for (String line : prose().lines().toList()) {
      if (!line.startsWith("|")) {
        head = true;
        continue;
      }
      Row row = row(line);
      if (head) {
        wanted = row.cell(0).equals(firstColumn);
        head = false;
      } else if (wanted && !row.cell(0).startsWith("---")) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// The page as Levee understands it.
  public MarkdownDocument document() {
    return new Markdown(MarkdownOptions.defaults())
        .parse(text, name + ".md", 1, Locale.ENGLISH, new Problems());
  }

  private static Row row(String line) {
    String[] cells = line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1);
    return new Row(Stream.of(cells).map(c -> c.strip().replace("\\|", "|")).toList());
  }

  /// Everything on the page that a pattern finds.
  public List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
