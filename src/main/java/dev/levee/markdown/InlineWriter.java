package dev.levee.markdown;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.InlineNode.Target;
import dev.levee.markdown.LinkResolver.Kind;
import java.util.List;
import java.util.Optional;

/// Writes what stands within the lines of a block.
final class InlineWriter {

  /// The classes by which figures have more room than the text.
  private static final List<String> BROAD = List.of("wide", "full");

  private final Rendering rendering;
  private final Fragment fragment;
  private final StringBuilder out;

  InlineWriter(Rendering rendering, Fragment fragment, StringBuilder out) {
    this.rendering = rendering;
    this.fragment = fragment;
    this.out = out;
  }

  void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      node(child);
    }
  }

  /// What the children of a node are as HTML, written nowhere.
  String html(Node parent) {
    int start = out.length();
    children(parent);
    return taken(start);
  }

  private String taken(int start) {
    String html = out.substring(start);
    out.setLength(start);
    return html;
  }

  void node(Node node) {
    if (node instanceof InlineNode.Text text) {
      Rendering.escape(text.text(), out);
    } else if (node instanceof InlineNode.LineBreak line) {
      out.append(line.hard() ? "<br>\n" : "\n");
    } else if (node instanceof Emphasis) {
      wrapped("em", node);
    } else if (node instanceof StrongEmphasis) {
      wrapped("strong", node);
    } else if (node instanceof InlineNode.Strikethrough) {
      wrapped("del", node);
    } else if (node instanceof InlineNode.Code code) {
      code(code);
    } else if (node instanceof Target target) {
      target(target);
    } else if (node instanceof InlineNode.Html html) {
      out.append(rawHtml(html.html(), true));
    } else if (node instanceof InlineNode.Mark mark) {
      out.append(rendering.html(fragment.slot(mark), true));
    } else if (node instanceof InlineNode.NoteCall call) {
      call(call);
    } else if (node instanceof InlineNode.Abbreviation abbreviation) {
      abbreviation(abbreviation);
    } else {
      children(node);
    }
  }

  private void wrapped(String element, Node node) {
    out.append('<').append(element).append('>');
    children(node);
    out.append("</").append(element).append('>');
  }

  private void code(InlineNode.Code node) {
    out.append("<code>");
    Rendering.escape(fragment.placeholders().restored(node.code()), out);
    out.append("</code>");
  }

  private void abbreviation(InlineNode.Abbreviation node) {
    out.append("<abbr title=\"").append(filled(node.meaning())).append("\">");
    Rendering.escape(node.text(), out);
    out.append("</abbr>");
  }

  /// HTML as the author wrote it, or its text, with the shortcodes in it rendered.
  String rawHtml(String html, boolean inline) {
    return fragment
        .placeholders()
        .fill(html, rendering::rawHtml, slot -> rendering.html(slot, inline));
  }

  private void call(InlineNode.NoteCall node) {
    if (rendering.excerpt()) {
      return;
    }
    Footnotes.Call call = node.call();
    out.append("<sup id=\"").append(call.id()).append("\">");
    if (node.getAncestorOfType(Target.class) == null) {
      out.append("<a href=\"#fn:").append(call.number());
      out.append("\" class=\"footnote-ref\" role=\"doc-noteref\">").append(call.number());
      out.append("</a></sup>");
    } else {
      out.append(call.number()).append("</sup>"); // links hold no links
    }
  }

  private void target(Target target) {
    Optional<ResolvedLink> resolved = resolved(target);
    if (target.isPicture()) {
      picture(target, resolved);
    } else if (resolved.isEmpty()) {
      children(target);
    } else {
      link(target, resolved.get());
    }
  }

  private void link(Target target, ResolvedLink link) {
    int start = out.length();
    openLink(link, target);
    int inside = out.length();
    children(target);
    int behind = out.length();
    out.append("</a>");
    rendering
        .hooks()
        .elements()
        .link()
        .ifPresent(hook -> {
          String text = out.substring(inside, behind);
          String html = taken(start);
          out.append(
              hook.apply(
                  new ElementHooks.Link(
                      link.encoded(), plainTitle(target), text, html, fragment.at(target))));
        });
  }

  void openLink(ResolvedLink link, Target target) {
    out.append("<a href=\"");
    Rendering.escape(Addresses.encoded(link.href()), out);
    out.append('"');
    title(target);
    if (!link.rel().isEmpty()) {
      attribute("rel", link.rel());
    }
    out.append(link.newWindow() ? " target=\"_blank\">" : ">");
  }

  private void picture(Target target, Optional<ResolvedLink> resolved) {
    if (resolved.isEmpty()) {
      Rendering.escape(PlainText.inlines(target, fragment), out);
      return;
    }
    int start = out.length();
    String src = Addresses.encoded(resolved.get().href());
    String alt = image(target, src, false);
    rendering
        .hooks()
        .elements()
        .image()
        .ifPresent(hook ->
            out.append(
                hook.apply(
                    new ElementHooks.Image(
                        src,
                        alt,
                        plainTitle(target),
                        target.attributes(),
                        Optional.empty(),
                        taken(start),
                        fragment.at(target)))));
  }

  /// Writes an image as it is, whatever hooks there are.
  ///
  /// @param figure whether title, id and classes are those of the figure around it
  /// @return what it shows
  String image(Target target, String src, boolean figure) {
    String alt = PlainText.inlines(target, fragment);
    int start = out.length();
    out.append("<img src=\"");
    Rendering.escape(src, out);
    out.append('"');
    int saying = out.length();
    attribute("alt", alt);
    Attributes attributes = target.attributes();
    if (!figure) {
      title(target);
      identity(attributes);
    }
    int size = out.length();
    String width = pixels("width", attributes);
    String height = pixels("height", attributes);
    boolean lazy = !attributes.value("loading").equals("eager");
    if (rendering.additions()) {
      rendering
          .hooks()
          .pictures()
          .html(
              new PictureRenderer.Img(
                  src,
                  out.substring(saying, size),
                  width,
                  height,
                  lazy,
                  figure,
                  figure && BROAD.stream().anyMatch(attributes.classes()::contains),
                  fragment.at(target)))
          .ifPresentOrElse(
              html -> {
                out.setLength(start);
                out.append(html);
              },
              () -> out.append(lazy ? " loading=\"lazy\"" : "").append(" decoding=\"async\">"));
    } else {
      out.append('>');
    }
    return alt;
  }

  /// Writes a width or height that an author gave; empty when it is no number of pixels.
  private String pixels(String size, Attributes attributes) {
    String pixels = attributes.value(size);
    if (pixels.isEmpty() || !pixels.chars().allMatch(c -> HtmlSyntax.isDigit((char) c))) {
      return "";
    }
    attribute(size, pixels);
    return pixels;
  }

  /// Writes the id and classes that an author gave.
  void identity(Attributes attributes) {
    if (!attributes.id().isEmpty()) {
      attribute("id", attributes.id());
    }
    if (!attributes.classes().isEmpty()) {
      attribute("class", String.join(" ", attributes.classes()));
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Rendering.escape(value, out);
    out.append('"');
  }

  private void title(Target target) {
    // A reference without a title has none; one with an empty title has an empty one.
    if (target.isTitled() && (!target.writtenTitle().isEmpty() || !rendering.additions())) {
      out.append(" title=\"").append(filled(target.title())).append('"');
    }
  }

  String plainTitle(Target target) {
    return fragment.placeholders().restored(target.title());
  }

  /// A text as escaped text, with what its shortcodes give.
  private String filled(String text) {
    return fragment
        .placeholders()
        .fill(
            text,
            Rendering::escape,
            slot -> Rendering.escape(Escapes.undoReferences(rendering.html(slot, true))));
  }

  /// What the page has for a target; empty when it may not lead there.
  Optional<ResolvedLink> resolved(Target target) {
    String destination =
        fragment
            .placeholders()
            .fill(
                target.destination(),
                text -> text,
                slot -> Escapes.undoReferences(rendering.html(slot, true).strip()));
    boolean nothing = destination.isEmpty() || destination.startsWith("#");
    if (nothing && !target.isPlain()) {
      return Optional.of(ResolvedLink.to(destination)); // its shortcode failed, which is told
    }
    Kind kind = target.isPicture() ? Kind.PICTURE : Kind.LINK;
    return rendering
        .hooks()
        .links()
        .resolve(destination, kind, fragment.at(target))
        .filter(link -> !rendering.additions() || !Addresses.runsScript(link.href()));
  }
}
