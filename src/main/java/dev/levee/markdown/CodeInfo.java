package dev.levee.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What follows an opening fence: a language, and in braces what the block should look like, as in
/// `java {3,5-7 lines start=10 title="Main.java"}`. Hugo's `hl_lines`, `linenos` and `linenostart`
/// mean the same. What is not known is left out.
///
/// @param language the word of the author, empty when there is none
/// @param marked the lines to point out, counted from 1 within the block
/// @param numbered whether the lines have numbers
/// @param start the number of the first line
/// @param title what stands above the block; may be empty
public record CodeInfo(
    String language, List<Lines> marked, boolean numbered, int start, String title) {

  private static final Pattern LANGUAGE = Pattern.compile("[^\\s{,]*+");
  private static final Pattern TITLE = Pattern.compile("\\btitle=(\"[^\"]*+\"|'[^']*+')");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");
  private static final Pattern PART =
      Pattern.compile(
          "([A-Za-z_][\\w-]*+)(?:\\s*+=\\s*+(\"[^\"]*+\"|'[^']*+'|\\[[^\\]]*+\\]|[^\\s,}\"'\\[]++))?"
              + "|"
              + RANGE);

  /// Lines from one to another, both included.
  public record Lines(int first, int last) {}

  public CodeInfo {
    marked = List.copyOf(marked);
  }

  /// Whether the block is to look like any other.
  public boolean isPlain() {
    return marked.isEmpty() && !numbered && title.isEmpty();
  }

  /// The attributes of a block that a keyboard can reach, without which it could not scroll it.
  /// What it stops at has a name where there is one: the title, or the language.
  public String focus() {
    String name = Rendering.escape(title.isEmpty() ? language : title);
    String named = name.isEmpty() ? "" : " role=\"group\" aria-label=\"" + name + "\"";
    return " tabindex=\"0\"" + named;
  }

  /// Whether a line is to be pointed out.
  ///
  /// @param line counted from 1
  public boolean marks(int line) {
    return marked.stream().anyMatch(m -> m.first() <= line && line <= m.last());
  }

  static CodeInfo parse(String info) {
    Matcher word = LANGUAGE.matcher(info);
    String language = word.lookingAt() ? word.group() : "";
    Matcher title = TITLE.matcher(info);
    Reading reading = new Reading(title.find() ? unquoted(title.group(1)) : "");
    int open = info.indexOf('{');
    if (open >= 0) {
      Matcher part = PART.matcher(info).region(open + 1, info.length());
      while (part.find()) {
        reading.part(part);
      }
    }
    return reading.done(language);
  }

  private static String unquoted(String value) {
    boolean quoted = value.startsWith("\"") || value.startsWith("'");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static final class Reading {

    private final List<Lines> marked = new ArrayList<>();
    private boolean numbered;
    private int start = 1;
    private String title;

    Reading(String title) {
      this.title = title;
    }

    void part(Matcher part) {
      if (part.group(1) == null) {
        mark(part.group());
        return;
      }
      String value = part.group(2) == null ? "true" : unquoted(part.group(2));
      switch (part.group(1).toLowerCase(Locale.ROOT)) {
        case "lines", "linenos", "numbers" -> numbered = !value.equals("false");
        case "start", "linenostart" -> {
          if (value.matches("\\d{1,6}")) {
            start = Integer.parseInt(value);
            numbered |= part.group(1).equals("start");
          }
        }
        case "mark", "hl_lines" -> mark(value);
        case "title" -> title = part.group(2) == null ? title : value;
        default -> {} // what other generators know
      }
    }

    private void mark(String ranges) {
      Matcher range = RANGE.matcher(ranges);
      while (range.find()) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        marked.add(new Lines(first, last));
      }
    }

    CodeInfo done(String language) {
      return new CodeInfo(language, marked, numbered, start, title);
    }
  }
}
