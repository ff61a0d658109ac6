package dev.levee.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A block of HTML of one of the seven kinds in section 4.6 of CommonMark 0.31.2.
final class OpenHtml extends OpenBlock.Leaf {

  private static final List<String> VERBATIM = List.of("script", "pre", "style", "textarea");
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside base basefont blockquote body caption center col colgroup dd"
                  + " details dialog dir div dl dt fieldset figcaption figure footer form frame"
                  + " frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main"
                  + " menu menuitem nav noframes ol optgroup option p param search section summary"
                  + " table tbody td tfoot th thead title tr track ul")
              .split(" "));

  private final BlockNode.Html node;
  private final List<String> ends;
  private final StringBuilder lines = new StringBuilder();
  private boolean ended;

  /// @param ends what ends it, on the line that has it; nothing when a blank line does
  private OpenHtml(BlockNode.Html node, List<String> ends, int line) {
    super(node, line);
    this.node = node;
    this.ends = ends;
  }

  /// The block that the line opens; null when it opens none.
  ///
  /// @param interrupts whether it would end a paragraph, which a lone tag of any name does not
  static @Nullable OpenHtml at(LineCursor line, boolean interrupts) {
    List<String> ends = endsOf(line, interrupts);
    return ends == null ? null : new OpenHtml(new BlockNode.Html(line.next()), ends, line.number());
  }

  private static @Nullable List<String> endsOf(LineCursor line, boolean interrupts) {
    String text = line.text();
    int start = line.next();
    switch (line.first(1)) {
      case '?' -> {
        return List.of("?>");
      }
      case '!' -> {
        if (text.startsWith("--", start + 2)) {
          return List.of("-->");
        }
        if (text.startsWith("[CDATA[", start + 2)) {
          return List.of("]]>");
        }
        return HtmlSyntax.isLetter(line.first(2)) ? List.of(">") : null;
      }
      default -> {}
    }
    boolean closing = line.first(1) == '/';
    String name = name(line, closing ? 2 : 1);
    char after = line.first((closing ? 2 : 1) + name.length());
    boolean ended = after == '\0' || after == ' ' || after == '\t' || after == '>';
    if (!closing && ended && VERBATIM.contains(name)) {
      return VERBATIM.stream().map(n -> "</" + n + ">").toList();
    }
    boolean slash = after == '/' && line.first((closing ? 2 : 1) + name.length() + 1) == '>';
    if (BLOCKS.contains(name) && (ended || slash)) {
      return List.of();
    }
    if (interrupts || name.isEmpty()) {
      return null;
    }
    String rest = text.substring(start, line.end());
    int end = closing ? HtmlSyntax.closingTagEnd(rest, 0) : HtmlSyntax.openTagEnd(rest, 0);
    return end >= 0 && line.isBlankFrom(start + end) ? List.of() : null;
  }

  private static String name(LineCursor line, int from) {
    int i = from;
    while (HtmlSyntax.isLetter(line.first(i)) || (i > from && HtmlSyntax.isDigit(line.first(i)))) {
      i++;
    }
    int start = line.next();
    return line.text().substring(start + from, start + i).toLowerCase(Locale.ROOT);
  }

  @Override
  Continuation continues(LineCursor line) {
    return ended || (ends.isEmpty() && line.isBlank()) ? Continuation.NONE : Continuation.TAKES;
  }

  @Override
  void add(LineCursor line) {
    int start = lines.length();
    line.copyRest(lines);
    lastLine(line.number());
    if (!ends.isEmpty()) {
      String added = lines.substring(start).toLowerCase(Locale.ROOT);
      ended = ends.stream().anyMatch(added::contains);
    }
  }

  @Override
  void close(BlockParser parser) {
    node.html(lines.toString().stripTrailing());
  }
}
