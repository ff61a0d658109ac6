package dev.levee.markdown;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.problem.Location;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the blocks of one fragment, each starting on a line of its own.
final class BlockWriter {

  private final Rendering rendering;
  private final Fragment fragment;
  private final StringBuilder out;
  private final InlineWriter inlines;

  BlockWriter(Rendering rendering, Fragment fragment) {
    this(rendering, fragment, new StringBuilder(fragment.plain().length() * 5 / 4 + 64));
  }

  BlockWriter(Rendering rendering, Fragment fragment, StringBuilder out) {
    this.rendering = rendering;
    this.fragment = fragment;
    this.out = out;
    this.inlines = new InlineWriter(rendering, fragment, out);
  }

  /// All blocks and the footnotes that the document calls.
  String writeDocument() {
    write();
    if (!rendering.excerpt()) {
      new FootnoteWriter(rendering, out).write();
    }
    return out.toString();
  }

  /// All blocks.
  String write() {
    if (fragment.tree() == null) {
      return out.append("<p>" + Rendering.escape(fragment.plain()) + "</p>\n").toString();
    }
    blocks(fragment.tree(), null);
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
    boolean text = only instanceof BlockNode.Paragraph || only instanceof BlockNode.Line;
    if (only != null && text && only.getNext() == null) {
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
    if (node instanceof BlockNode.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (node instanceof BlockNode.Heading heading) {
      heading(heading);
    } else if (node instanceof BulletList) {
      container("<ul>", node, "</ul>");
    } else if (node instanceof OrderedList list) {
      int start = list.getStartNumber();
      container(start == 1 ? "<ol>" : "<ol start=\"" + start + "\">", list, "</ol>");
    } else if (node instanceof BlockNode.Item item) {
      item(item);
    } else if (node instanceof BlockNode.Code code) {
      code(code);
    } else if (node instanceof BlockNode.Quote quote) {
      quote(quote);
    } else if (node instanceof BlockNode.Table table) {
      line();
      new TableWriter(inlines, out, fragment, rendering.additions()).write(table);
    } else if (node instanceof BlockNode.Figure figure) {
      line();
      new FigureWriter(rendering, fragment, inlines, out).write(figure);
    } else if (node instanceof BlockNode.Html html) {
      html(html);
    } else if (node instanceof ThematicBreak) {
      tag("<hr>");
    } else {
      rarer(node);
    }
  }

  private void rarer(Node node) {
    if (node instanceof BlockNode.Alert alert) {
      alert(alert);
    } else if (node instanceof BlockNode.DefinitionList) {
      container("<dl>", node, "</dl>");
    } else if (node instanceof BlockNode.Term) {
      line();
      out.append("<dt>");
      inlines.children(node);
      out.append("</dt>\n");
    } else if (node instanceof BlockNode.Definition definition) {
      definition(definition);
    } else if (!(node instanceof BlockNode.AlertTitle || node instanceof BlockNode.Note)) {
      blocks(node, null); // those two are written with their alert, and where all notes are
    }
  }

  private void line() {
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

  private void paragraph(BlockNode.Paragraph paragraph) {
    boolean bare =
        paragraph.getParent() instanceof BlockNode.Item item
            && item.getParent() instanceof ListBlock list
            && list.isTight();
    new ParagraphWriter(rendering, fragment, inlines, out).write(paragraph, bare);
  }

  private void heading(BlockNode.Heading node) {
    line();
    int start = out.length();
    out.append("<h").append(node.level());
    String id = rendering.additions() && !rendering.excerpt() ? node.id() : "";
    inlines.identity(node.attributes().withId(id));
    out.append('>');
    int inside = out.length();
    inlines.children(node);
    int behind = out.length();
    out.append("</h").append(node.level()).append(">\n");
    rendering
        .hooks()
        .elements()
        .heading()
        .ifPresent(hook ->
            out.append(
                hook.apply(
                    new ElementHooks.Heading(
                        node.level(),
                        id,
                        node.attributes().classes(),
                        out.substring(inside, behind),
                        taken(start),
                        fragment.at(node)))));
  }

  private String taken(int start) {
    String html = out.substring(start);
    out.setLength(start);
    return html;
  }

  private void quote(BlockNode.Quote quote) {
    line();
    int start = out.length();
    out.append("<blockquote>\n");
    int inside = out.length();
    blocks(quote, null);
    line();
    int behind = out.length();
    out.append("</blockquote>\n");
    hookQuote("", "", fragment.at(quote), start, inside, behind);
  }

  private void alert(BlockNode.Alert alert) {
    line();
    int start = out.length();
    String kind = alert.kind().name().toLowerCase(Locale.ROOT);
    String title =
        alert.getFirstChild() instanceof BlockNode.AlertTitle own ? inlines.html(own) : "";
    out.append("<aside class=\"alert alert-").append(kind).append("\" role=\"note\">\n");
    out.append("<p class=\"alert-title\">");
    out.append(
        title.isEmpty() ? Rendering.escape(rendering.hooks().alertTitles().apply(kind)) : title);
    out.append("</p>\n");
    int inside = out.length();
    blocks(alert, null);
    line();
    int behind = out.length();
    out.append("</aside>\n");
    hookQuote(kind, title, fragment.at(alert), start, inside, behind);
  }

  private void hookQuote(
      String kind, String title, Location at, int start, int inside, int behind) {
    rendering
        .hooks()
        .elements()
        .quote()
        .ifPresent(hook -> {
          String text = out.substring(inside, behind);
          out.append(hook.apply(new ElementHooks.Quote(kind, title, text, taken(start), at)));
        });
  }

  private void item(BlockNode.Item item) {
    line();
    boolean open = item.task() == BlockNode.Item.Task.OPEN;
    if (item.task() == BlockNode.Item.Task.NONE) {
      out.append("<li>");
    } else if (rendering.additions()) {
      out.append(
          "<li class=\"task\"><input type=\"checkbox\" disabled"); // named by signs, in no language
      out.append(open ? " aria-label=\"☐\"> " : " checked aria-label=\"☑\"> ");
    } else {
      out.append(open ? "<li><input " : "<li><input checked=\"\" ");
      out.append("disabled=\"\" type=\"checkbox\"> ");
    }
    blocks(item, null);
    out.append("</li>\n");
  }

  private void definition(BlockNode.Definition item) {
    line();
    out.append("<dd>");
    Node only = item.getFirstChild();
    if (only instanceof BlockNode.Paragraph && only.getNext() == null) {
      inlines.children(only);
    } else {
      blocks(item, null);
    }
    out.append("</dd>\n");
  }

  private void code(BlockNode.Code node) {
    line();
    int start = out.length();
    String info = Escapes.undo(fragment.placeholders().restored(node.info()));
    String code = fragment.placeholders().restored(node.code());
    CodeBlock block = new CodeBlock(code, info, fragment.at(node));
    Optional<String> coloured =
        rendering.additions() ? rendering.hooks().code().render(block) : Optional.empty();
    coloured.ifPresentOrElse(out::append, () -> plain(block));
    rendering
        .hooks()
        .elements()
        .code()
        .ifPresent(hook -> out.append(hook.apply(new ElementHooks.Code(block, taken(start)))));
  }

  private void plain(CodeBlock block) {
    String language = block.infoString().split("\\s", 2)[0];
    out.append(rendering.additions() ? "<pre" + block.info().focus() + "><code" : "<pre><code");
    if (!language.isEmpty()) {
      out.append(" class=\"language-").append(Rendering.escape(language)).append('"');
    }
    out.append('>');
    Rendering.escape(block.code(), out);
    out.append("</code></pre>\n");
  }

  private void html(BlockNode.Html html) {
    if (rendering.additions() && MarkdownDocument.isMore(html)) {
      return;
    }
    line();
    String raw = inlines.rawHtml(html.html(), false);
    // a shortcode in it may give blocks, which no paragraph holds
    String element = html.html().indexOf(Placeholders.SIGN) < 0 ? "p" : "div";
    out.append(rendering.escapesHtml() ? "<" + element + ">" + raw + "</" + element + ">" : raw)
        .append('\n');
  }
}
