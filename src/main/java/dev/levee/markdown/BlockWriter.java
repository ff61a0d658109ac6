package dev.levee.markdown;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionItem;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the blocks of one fragment, each starting on a line of its own.
final class BlockWriter {

  private final Rendering rendering;
  private final Fragment fragment;
  private final StringBuilder out = new StringBuilder();
  private final InlineWriter inlines;

  BlockWriter(Rendering rendering, Fragment fragment) {
    this.rendering = rendering;
    this.fragment = fragment;
    this.inlines = new InlineWriter(rendering, fragment, out);
  }

  /// All blocks and the footnotes that they call.
  String write() {
    if (fragment.tree() == null) {
      return "<p>" + Rendering.escape(fragment.plain()) + "</p>\n";
    }
    blocks(fragment.tree(), null);
    new FootnoteWriter(rendering, fragment, this, out).write();
    return out.toString();
  }

  /// The blocks before one of them.
  String writeUntil(Node end) {
    if (fragment.tree() != null) {
      blocks(fragment.tree(), end);
    }
    return out.toString();
  }

  /// The text alone when there is but one paragraph, otherwise all blocks.
  String writeInline() {
    Node only = fragment.tree() == null ? null : fragment.tree().getFirstChild();
    if (only instanceof Paragraph && only.getNext() == null) {
      inlines.children(only);
      return out.toString();
    }
    return only == null && fragment.tree() != null ? "" : write();
  }

  void blocks(Node parent, @Nullable Node end) {
    for (Node child = parent.getFirstChild();
        child != null && !child.equals(end);
        child = child.getNext()) {
      block(child);
    }
  }

  private void block(Node node) {
    switch (node) {
      case Paragraph paragraph -> paragraph(paragraph);
      case com.vladsch.flexmark.ast.Heading heading -> heading(heading);
      case BlockQuote quote -> container("<blockquote>", quote, "</blockquote>");
      case DefinitionList list -> container("<dl>", list, "</dl>");
      case DefinitionTerm term -> {
        line();
        out.append("<dt>");
        Node text = term.getFirstChild() instanceof Paragraph p ? p : term;
        inlines.children(text);
        out.append("</dt>\n");
      }
      case DefinitionItem item when item.getParent() instanceof DefinitionList -> definition(item);
      case DefinitionItem item -> blocks(item, null); // a second colon on one line opens no other
      case BulletList list -> container("<ul>", list, "</ul>");
      case OrderedList list -> {
        int start = list.getStartNumber();
        container(start == 1 ? "<ol>" : "<ol start=\"" + start + "\">", list, "</ol>");
      }
      case ListItem item -> item(item);
      case ThematicBreak line -> tag("<hr>");
      case FencedCodeBlock code -> fenced(code);
      case IndentedCodeBlock code ->
          code(
              "<code>",
              ended(
                  fragment
                      .placeholders()
                      .restored(code.getContentChars().trimTailBlankLines().toString())));
      case HtmlBlockBase html -> html(html);
      case TableBlock table -> new TableWriter(inlines, out).write(table);
      case FootnoteBlock footnote -> {}
      case Reference reference -> {}
      default -> {
        if (node.getFirstChild() != null) {
          blocks(node, null);
        }
      }
    }
  }

  void line() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void tag(String tag) {
    line();
    out.append(tag).append('\n');
  }

  private void container(String open, Node node, String close) {
    tag(open);
    blocks(node, null);
    tag(close);
  }

  private void paragraph(Paragraph paragraph) {
    Node picture = rendering.additions() ? onlyPicture(paragraph) : null;
    if (picture != null) {
      figure(picture);
      return;
    }
    boolean bare =
        paragraph.getParent() instanceof ListItem item
            && item.isParagraphWrappingDisabled(
                paragraph, ListOptions.get(fragment.tree()), fragment.tree());
    new ParagraphWriter(rendering, fragment, inlines, out).write(paragraph, bare);
  }

  private @Nullable Node onlyPicture(Paragraph paragraph) {
    Node picture = null;
    for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
      boolean isPicture = Target.of(child, fragment).filter(Target::picture).isPresent();
      if (isPicture && picture == null) {
        picture = child;
      } else if (!(child instanceof SoftLineBreak)
          && !(child instanceof Text && child.getChars().isBlank())) {
        return null;
      }
    }
    return picture;
  }

  private void figure(Node picture) {
    line();
    Optional<Target> target = Target.of(picture, fragment);
    out.append("<figure>");
    if (target.isPresent()) {
      Target untitled = new Target(target.get().destination(), "", true, target.get().escaped());
      inlines.target(picture, untitled);
      if (target.get().title().length() > 0) {
        out.append("<figcaption>").append(inlines.titleText(target.get())).append("</figcaption>");
      }
    }
    out.append("</figure>\n");
  }

  private void heading(com.vladsch.flexmark.ast.Heading node) {
    line();
    out.append("<h").append(node.getLevel());
    String id = rendering.survey().heading(node).id();
    if (rendering.additions() && !rendering.excerpt() && !id.isEmpty()) {
      out.append(" id=\"").append(Rendering.escape(id)).append('"');
    }
    HeadingAttributes attributes = rendering.survey().attributes(node);
    if (!attributes.classes().isEmpty()) {
      String classes = String.join(" ", attributes.classes());
      out.append(" class=\"").append(Rendering.escape(classes)).append('"');
    }
    out.append('>');
    inlines.children(node);
    out.append("</h").append(node.getLevel()).append(">\n");
  }

  private void item(ListItem item) {
    line();
    if (item instanceof TaskListItem task) {
      out.append("<li class=\"task\"><input type=\"checkbox\" disabled");
      out.append(task.isItemDoneMarker() ? " checked> " : "> ");
    } else {
      out.append("<li>");
    }
    blocks(item, null);
    out.append("</li>\n");
  }

  private void definition(DefinitionItem item) {
    line();
    out.append("<dd>");
    Node only = item.getFirstChild();
    if (only instanceof Paragraph && only.getNext() == null) {
      inlines.children(only);
    } else {
      blocks(item, null);
    }
    out.append("</dd>\n");
  }

  private void fenced(FencedCodeBlock node) {
    String info = Escaping.unescapeString(fragment.placeholders().restored(node.getInfo()).strip());
    String content = ended(fragment.placeholders().restored(node.getContentChars().toString()));
    if (rendering.additions()) {
      CodeBlock block = new CodeBlock(content, info, fragment.at(node));
      Optional<String> html = rendering.hooks().code().render(block);
      if (html.isPresent()) {
        line();
        out.append(html.get());
        return;
      }
    }
    String language = info.split("\\s", 2)[0];
    String open =
        language.isEmpty()
            ? "<code>"
            : "<code class=\"language-" + Rendering.escape(language) + "\">";
    code(open, content);
  }

  private static String ended(String code) {
    return code.isEmpty() || code.endsWith("\n") ? code : code + "\n";
  }

  private void code(String open, String content) {
    line();
    // a keyboard can scroll only what it can reach
    out.append(rendering.additions() ? "<pre tabindex=\"0\">" : "<pre>").append(open);
    Rendering.escape(content, out);
    out.append("</code></pre>\n");
  }

  private void html(HtmlBlockBase html) {
    if (rendering.additions() && MarkdownDocument.isMore(html)) {
      return;
    }
    line();
    String raw = inlines.rawHtml(html.getContentChars(), false).stripTrailing();
    out.append(rendering.escapesHtml() ? "<p>" + raw + "</p>" : raw).append('\n');
  }
}
