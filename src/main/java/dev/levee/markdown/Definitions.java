package dev.levee.markdown;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the texts of a document define for all of it: where link labels lead, what footnotes say,
/// what abbreviations mean.
final class Definitions {

  /// Where a label leads.
  ///
  /// @param title as it is written; null when there is none
  record Link(String destination, @Nullable String title) {}

  private final Map<String, Link> links = new HashMap<>();
  private final Map<String, BlockNode.Note> notes = new HashMap<>();
  private final Map<String, String> abbreviations = new HashMap<>();

  /// Takes what another text defines; it has the last word.
  void addAll(Definitions other) {
    links.putAll(other.links);
    notes.putAll(other.notes);
    abbreviations.putAll(other.abbreviations);
  }

  @Nullable Link link(String label) {
    return links.get(label);
  }

  BlockNode.@Nullable Note note(String label) {
    return notes.get(label);
  }

  Map<String, String> abbreviations() {
    return abbreviations;
  }

  /// Adds a footnote; the first with a label counts.
  void add(BlockNode.Note note) {
    notes.putIfAbsent(note.label(), note);
  }

  /// Takes the definitions at the beginning of a paragraph.
  ///
  /// @param abbreviated whether abbreviations are among them
  /// @return the offset of the first line that is none
  int take(String text, boolean abbreviated) {
    int at = 0;
    while (at < text.length()) {
      int end =
          switch (text.charAt(at)) {
            case '[' -> takeLink(text, at);
            case '*' -> abbreviated ? takeAbbreviation(text, at) : -1;
            default -> -1;
          };
      if (end < 0) {
        break;
      }
      at = Math.min(text.length(), end + 1);
    }
    return at;
  }

  private int takeLink(String text, int start) {
    int labelEnd = LinkSyntax.labelEnd(text, start);
    if (labelEnd < 0 || labelEnd >= text.length() || text.charAt(labelEnd) != ':') {
      return -1;
    }
    String label = LinkSyntax.label(text, start + 1, labelEnd - 1);
    int destination = LinkSyntax.skipSpace(text, labelEnd + 1);
    int destinationEnd = LinkSyntax.destinationEnd(text, destination);
    if (label.isEmpty() || destinationEnd <= destination) {
      return -1;
    }
    int title = LinkSyntax.skipSpace(text, destinationEnd);
    int titleEnd = title > destinationEnd ? LinkSyntax.titleEnd(text, title) : -1;
    int end = titleEnd < 0 ? -1 : lineEnd(text, titleEnd);
    boolean titled = end >= 0;
    if (!titled) {
      end = lineEnd(text, destinationEnd);
    }
    if (end >= 0) {
      links.putIfAbsent(
          label,
          new Link(
              LinkSyntax.destination(text, destination, destinationEnd),
              titled ? LinkSyntax.title(text, title, titleEnd) : null));
    }
    return end;
  }

  private int takeAbbreviation(String text, int start) {
    int labelEnd = LinkSyntax.labelEnd(text, start + 1);
    if (labelEnd < 0 || labelEnd >= text.length() || text.charAt(labelEnd) != ':') {
      return -1;
    }
    String word = text.substring(start + 2, labelEnd - 1).strip();
    int newline = text.indexOf('\n', labelEnd);
    int end = newline < 0 ? text.length() : newline;
    boolean emphasis = text.substring(labelEnd, end).indexOf('*') >= 0;
    if (word.isEmpty() || emphasis) {
      return -1;
    }
    abbreviations.putIfAbsent(word, Escapes.undo(text.substring(labelEnd + 1, end).strip()));
    return end;
  }

  /// The end of the line, if there is nothing but white space before it; else -1.
  private static int lineEnd(String text, int from) {
    int i = from;
    while (i < text.length() && LineCursor.isSpace(text.charAt(i))) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n' ? i : -1;
  }
}
