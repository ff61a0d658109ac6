package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.OpenBlock.Continuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the blocks of a text, line by line, as the appendix of CommonMark 0.31.2 describes it.
/// What is within the lines is read afterwards, when all definitions are known.
///
/// The time that it takes grows with the length of the text times the depth of its containers,
/// which is bounded.
final class BlockParser {

  private static final Pattern ALERT =
      Pattern.compile(
          "\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\](?:[ \t]++([^\n]*+))?+(?:\n|$)",
          Pattern.CASE_INSENSITIVE);

  private final boolean additions;
  private final boolean tasks;
  private final int maxDepth;
  private final Definitions definitions = new Definitions();
  private final LineCursor line;
  private final BlockStarts starts;
  private final List<OpenBlock> open = new ArrayList<>();
  private int matched;
  private int tooDeep = -1;

  BlockParser(String text, MarkdownOptions options, int maxDepth) {
    this.additions = options.additions();
    this.tasks = options.dialect() != Dialect.COMMONMARK;
    this.maxDepth = maxDepth;
    this.line = new LineCursor(text);
    this.starts = new BlockStarts(options, line, this);
  }

  /// The tree of the text. When it is [#tooDeep], it ends there.
  BlockNode.Root parse() {
    BlockNode.Root root = new BlockNode.Root();
    open.add(new OpenBlock.Root(root));
    while (tooDeep < 0 && line.nextLine()) {
      take();
    }
    while (!open.isEmpty()) {
      closeTop();
    }
    return root;
  }

  /// What the text defines, once it is parsed.
  Definitions definitions() {
    return definitions;
  }

  /// Where containers are nested deeper than is allowed; -1 if nowhere.
  int tooDeep() {
    return tooDeep;
  }

  private void take() {
    for (matched = 1; matched < open.size(); matched++) {
      Continuation continuation = open.get(matched).continues(line);
      if (continuation == Continuation.ENDS) {
        closeTo(matched);
        return;
      }
      if (continuation == Continuation.NONE) {
        break;
      }
    }
    if (!startBlocks()) {
      takeText();
    }
  }

  /// Opens what begins on this line; whether nothing is left of it.
  private boolean startBlocks() {
    OpenBlock container = open.get(matched - 1);
    boolean lazy = matched < open.size() && top() instanceof OpenBlock.Prose;
    while (tooDeep < 0 && container.mayBeInterrupted()) {
      switch (starts.start(container, lazy)) {
        case NOTHING -> {
          return false;
        }
        case LEAF -> {
          return true;
        }
        case CONTAINER -> {
          container = top();
          lazy = false;
        }
      }
    }
    return tooDeep >= 0;
  }

  private void takeText() {
    if (matched < open.size() && !line.isBlank() && top() instanceof OpenBlock.Prose prose) {
      prose.add(line); // a lazy continuation
      return;
    }
    closeTo(matched);
    if (top() instanceof OpenBlock.Leaf leaf) {
      leaf.add(line);
    } else if (!line.isBlank()) {
      OpenBlock.Prose prose = new OpenBlock.Prose(line);
      open(prose);
      prose.add(line);
    }
  }

  /// Whether the innermost open block holds lines.
  boolean isLeafOpen() {
    return top() instanceof OpenBlock.Leaf;
  }

  private OpenBlock top() {
    return open.getLast();
  }

  /// Opens a block within the last that may hold it.
  void open(OpenBlock child) {
    closeTo(matched);
    while (!top().canContain(child)) {
      closeTop();
    }
    OpenBlock parent = top();
    if (parent.hasGap(line.number())) {
      loosen(parent);
    }
    parent.node().appendChild(child.node());
    push(child);
  }

  /// Opens a block whose node is in the tree already.
  void reopen(OpenBlock child) {
    closeTo(matched);
    push(child);
  }

  private void push(OpenBlock child) {
    open.add(child);
    matched = open.size();
    if (matched > maxDepth) {
      tooDeep = line.next();
    }
  }

  private void loosen(OpenBlock parent) {
    if (parent instanceof OpenBlock.ItemList list) {
      list.loosen();
    } else if (parent instanceof OpenBlock.Item
        && open.get(open.size() - 2) instanceof OpenBlock.ItemList list) {
      list.loosen();
    }
  }

  /// Takes the paragraph that is open out of the tree.
  void discard(OpenBlock.Prose prose) {
    prose.node().unlink();
    open.removeLast();
    matched = open.size();
  }

  private void closeTo(int size) {
    while (open.size() > size) {
      closeTop();
    }
  }

  private void closeTop() {
    OpenBlock block = open.removeLast();
    block.close(this);
    matched = Math.min(matched, open.size());
    boolean vanished = block instanceof OpenBlock.Prose && block.node().getParent() == null;
    if (!open.isEmpty() && !vanished) {
      top().childEnded(block.lastLine());
    }
  }

  /// The text of a paragraph behind the definitions that it begins with, which are kept.
  Content withoutDefinitions(OpenBlock.Prose prose) {
    Content content = prose.lines().build();
    return content.from(definitions.take(content.text(), additions));
  }

  /// Gives a paragraph its text; it goes when it holds definitions alone.
  void paragraph(OpenBlock.Prose prose, BlockNode.Paragraph node) {
    Content content = withoutDefinitions(prose);
    if (content.text().isEmpty()) {
      node.unlink();
      return;
    }
    node.content(content);
    if (tasks && node.getParent() instanceof BlockNode.Item item && node.getPrevious() == null) {
      item.takeTask(node);
    }
  }

  /// Makes a quote an alert when it begins as one.
  void alert(Block quote) {
    if (!additions
        || !(quote.getFirstChild() instanceof BlockNode.Paragraph paragraph)
        || !paragraph.content().text().startsWith("[!")) {
      return;
    }
    Matcher mark = ALERT.matcher(paragraph.content().text());
    boolean alone = paragraph.getNext() == null;
    if (!mark.lookingAt() || (alone && mark.end() == paragraph.content().text().length())) {
      return;
    }
    BlockNode.Alert alert =
        new BlockNode.Alert(
            paragraph.offset(),
            BlockNode.Alert.Kind.valueOf(mark.group(1).toUpperCase(Locale.ROOT)));
    if (mark.group(2) != null && !mark.group(2).isBlank()) {
      Content title = Content.of(mark.group(2).strip(), paragraph.content().origin(mark.start(2)));
      alert.appendChild(new BlockNode.AlertTitle(title));
    }
    paragraph.content(paragraph.content().from(mark.end()));
    for (Node child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
      alert.appendChild(child);
    }
    if (paragraph.content().text().isEmpty()) {
      paragraph.unlink();
    }
    quote.insertBefore(alert);
    quote.unlink();
  }
}
