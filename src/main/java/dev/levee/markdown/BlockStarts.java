package dev.levee.markdown;

import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.BlockNode.Cell.Alignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out what block begins at the rest of a line, by its first character.
final class BlockStarts {

  private static final int MAX_LEVEL = 6;

  /// What has begun.
  enum Started {
    NOTHING,
    /// More may begin within it on the same line.
    CONTAINER,
    /// It has all of the line.
    LEAF
  }

  private final MarkdownOptions options;
  private final boolean additions;
  private final LineCursor line;
  private final BlockParser parser;

  BlockStarts(MarkdownOptions options, LineCursor line, BlockParser parser) {
    this.options = options;
    this.additions = options.additions();
    this.line = line;
    this.parser = parser;
  }

  /// Opens the block that begins here, if one does.
  ///
  /// @param container the innermost block that goes on with this line
  /// @param lazy whether the line would go on with a paragraph whose containers it lacks
  Started start(OpenBlock container, boolean lazy) {
    OpenBlock.Prose prose = container instanceof OpenBlock.Prose p ? p : null;
    if (line.isBlank()) {
      return Started.NOTHING;
    }
    if (line.isIndentedCode()) {
      return prose != null || lazy ? Started.NOTHING : indentedCode();
    }
    boolean started =
        switch (line.first()) {
          case '>' -> quote();
          case '#' -> heading();
          case '`', '~' -> leaf(OpenCode.Fenced.at(line));
          case '<' -> html(prose != null || lazy);
          case '=' -> underlined(prose, '=', 1);
          case '-' ->
              underlined(prose, '-', 2) || thematicBreak() || item(container) || table(prose);
          case '*' -> thematicBreak() || item(container);
          case '_' -> thematicBreak();
          case '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> item(container);
          case '[' -> additions && note();
          case ':' -> (additions && definition(container, prose)) || table(prose);
          case '|' -> table(prose);
          default -> false;
        };
    return !started ? Started.NOTHING : parser.isLeafOpen() ? Started.LEAF : Started.CONTAINER;
  }

  private boolean leaf(OpenBlock.@Nullable Leaf leaf) {
    if (leaf == null) {
      return false;
    }
    parser.open(leaf);
    return true;
  }

  private Started indentedCode() {
    line.skipColumns(4);
    OpenCode.Indented code = new OpenCode.Indented(line);
    parser.open(code);
    code.add(line);
    return Started.LEAF;
  }

  private boolean quote() {
    OpenBlock.Quote quote = new OpenBlock.Quote(line);
    OpenBlock.Quote.take(line);
    parser.open(quote);
    return true;
  }

  private boolean heading() {
    int level = 1;
    while (line.first(level) == '#') {
      level++;
    }
    int start = line.next() + level;
    if (level > MAX_LEVEL || (start < line.end() && !line.isSpaceAt(start))) {
      return false;
    }
    String text = line.text();
    int end = line.end();
    while (line.isSpaceAt(start)) {
      start++;
    }
    while (end > start && LineCursor.isSpace(text.charAt(end - 1))) {
      end--;
    }
    int closing = end;
    while (closing > start && text.charAt(closing - 1) == '#') {
      closing--;
    }
    if (closing == start || LineCursor.isSpace(text.charAt(closing - 1))) {
      end = closing;
    }
    Content content = Content.of(text.substring(start, end).stripTrailing(), line.next());
    parser.open(new OpenBlock.Single(new BlockNode.Heading(content, level), line.number()));
    return true;
  }

  /// A line of `=` or `-` below a paragraph makes it a heading.
  private boolean underlined(OpenBlock.@Nullable Prose prose, char sign, int level) {
    if (prose == null) {
      return false;
    }
    int length = 1;
    while (line.first(length) == sign) {
      length++;
    }
    if (!line.isBlankFrom(line.next() + length)) {
      return false;
    }
    Content content = parser.withoutDefinitions(prose);
    if (content.text().isEmpty()) {
      return false;
    }
    parser.discard(prose);
    parser.open(new OpenBlock.Single(new BlockNode.Heading(content, level), line.number()));
    return true;
  }

  private boolean thematicBreak() {
    int signs = 0;
    for (int i = line.next(); i < line.end(); i++) {
      char c = line.text().charAt(i);
      if (c == line.first()) {
        signs++;
      } else if (!LineCursor.isSpace(c)) {
        return false;
      }
    }
    return signs >= 3 && leaf(new OpenBlock.Single(new ThematicBreak(), line.number()));
  }

  private boolean html(boolean interrupts) {
    OpenHtml html = OpenHtml.at(line, interrupts);
    if (html == null) {
      return false;
    }
    parser.open(html);
    html.add(line);
    return true;
  }

  private boolean item(OpenBlock container) {
    ListMarker marker = ListMarker.at(line, container instanceof OpenBlock.Prose);
    if (marker == null) {
      return false;
    }
    BlockNode.Item node = new BlockNode.Item(line.next());
    int indent = line.indent() + contentIndent(marker.width());
    if (!(container instanceof OpenBlock.ItemList list) || !list.matches(marker)) {
      parser.open(new OpenBlock.ItemList(marker, line.number()));
    }
    parser.open(new OpenBlock.Item(node, indent, line.number()));
    return true;
  }

  /// Takes a marker and the space behind it; how many columns both are wide.
  private int contentIndent(int width) {
    line.skipIndentAnd(width);
    int spaces = line.spaces(4);
    if (spaces > 4 || line.isBlank()) {
      line.skipColumns(1);
      return width + 1;
    }
    line.skipColumns(spaces);
    return width + spaces;
  }

  private boolean note() {
    int labelEnd = LinkSyntax.labelEnd(line.text(), line.next());
    if (labelEnd < 0 || labelEnd >= line.end() || line.first(1) != '^') {
      return false;
    }
    String label = LinkSyntax.label(line.text(), line.next() + 2, labelEnd - 1);
    if (label.isEmpty() || line.text().charAt(labelEnd) != ':') {
      return false;
    }
    BlockNode.Note node = new BlockNode.Note(line.next(), label);
    line.skipIndentAnd(labelEnd + 1 - line.next());
    parser.definitions().add(node);
    parser.open(new OpenBlock.Note(node, line.number()));
    return true;
  }

  private boolean definition(OpenBlock container, OpenBlock.@Nullable Prose prose) {
    if (!line.isSpaceAt(line.next() + 1) || line.isBlankFrom(line.next() + 1)) {
      return false;
    }
    if (!(container instanceof OpenBlock.DefinitionList) && !openDefinitions(container, prose)) {
      return false;
    }
    BlockNode.Definition node = new BlockNode.Definition(line.next());
    int indent = line.indent() + contentIndent(1);
    parser.open(new OpenBlock.Definition(node, indent, line.number()));
    return true;
  }

  /// Opens a list of definitions whose terms are the lines of the paragraph before it, or the list
  /// that was there before.
  private boolean openDefinitions(OpenBlock container, OpenBlock.@Nullable Prose prose) {
    Node before = prose == null ? container.node().getLastChild() : prose.node();
    if (prose == null && container.lastLine() < line.number() - 2) {
      return false;
    }
    if (before instanceof BlockNode.DefinitionList list) {
      parser.reopen(new OpenBlock.DefinitionList(list, line.number()));
      return true;
    }
    if (!(before instanceof BlockNode.Paragraph paragraph)) {
      return false;
    }
    Content terms = prose == null ? paragraph.content() : parser.withoutDefinitions(prose);
    if (terms.text().isEmpty()) {
      return false;
    }
    BlockNode.DefinitionList list =
        paragraph.getPrevious() instanceof BlockNode.DefinitionList previous
            ? previous
            : new BlockNode.DefinitionList(paragraph.offset());
    if (list.getParent() == null) {
      paragraph.insertBefore(list);
    }
    if (prose == null) {
      paragraph.unlink();
    } else {
      parser.discard(prose);
    }
    terms.lines().forEach(term -> list.appendChild(new BlockNode.Term(term)));
    parser.reopen(new OpenBlock.DefinitionList(list, line.number()));
    return true;
  }

  private boolean table(OpenBlock.@Nullable Prose prose) {
    if (prose == null || options.dialect() == Dialect.COMMONMARK) {
      return false;
    }
    List<Alignment> columns = OpenTable.columns(line);
    Content.Builder lines = prose.lines();
    List<Content> header =
        columns.isEmpty()
            ? List.of()
            : OpenTable.cells(line.text(), lines.lastStart(), lines.lastEnd());
    if (columns.isEmpty() || header.size() != columns.size()) {
      return false;
    }
    if (lines.count() == 1) {
      parser.discard(prose);
    } else {
      lines.removeLast();
    }
    parser.open(OpenTable.of(header, columns, line));
    return true;
  }
}
