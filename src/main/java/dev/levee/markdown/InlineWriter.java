package dev.levee.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import dev.levee.markdown.LinkResolver.Kind;
import dev.levee.problem.Location;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes what stands within the lines of a block.
final class InlineWriter {

  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

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

  void node(Node node) {
    switch (node) {
      case Text text -> text(text);
      case HtmlEntity entity -> Rendering.escape(entity.getChars().unescape(), out);
      case SoftLineBreak line -> out.append('\n');
      case HardLineBreak line -> out.append("<br>\n");
      case Emphasis emphasis -> wrapped("em", emphasis);
      case StrongEmphasis strong -> wrapped("strong", strong);
      case Strikethrough deleted -> wrapped("del", deleted);
      case Code code -> code(code);
      case HtmlInlineBase html -> out.append(rawHtml(html.getChars(), true));
      case PlaceholderNode mark -> out.append(rendering.html(fragment.slot(mark), true));
      case Footnote footnote -> footnote(footnote);
      default ->
          Target.of(node, fragment).ifPresentOrElse(t -> target(node, t), () -> unknown(node));
    }
  }

  private void text(Text node) {
    String text = node.getChars().unescape();
    boolean startsLine = node.getPrevious() instanceof HardLineBreak;
    Rendering.escape(startsLine ? text.stripLeading() : text, out);
  }

  private void wrapped(String element, Node node) {
    out.append('<').append(element).append('>');
    children(node);
    out.append("</").append(element).append('>');
  }

  private void code(Code node) {
    String code = fragment.placeholders().restored(node.getText()).replace('\n', ' ');
    if (node.getAncestorOfType(TableCell.class) != null) {
      code = code.replace("\\|", "|");
    }
    boolean padded = code.length() > 1 && code.startsWith(" ") && code.endsWith(" ");
    if (padded && !code.isBlank()) {
      code = code.substring(1, code.length() - 1);
    }
    out.append("<code>");
    Rendering.escape(code, out);
    out.append("</code>");
  }

  /// HTML as the author wrote it, or its text, with the shortcodes in it rendered.
  String rawHtml(CharSequence html, boolean inline) {
    return fragment
        .placeholders()
        .fill(
            html,
            text -> rendering.escapesHtml() ? Rendering.escape(text) : text,
            slot -> rendering.html(slot, inline));
  }

  private void footnote(Footnote node) {
    Footnotes.Call call = rendering.survey().footnotes().calls().get(node);
    if (call == null && !node.isDefined()) {
      Rendering.escape(node.getOpeningMarker(), out);
      children(node);
      if (node.getFirstChild() == null) {
        Rendering.escape(node.getText(), out);
      }
      Rendering.escape(node.getClosingMarker(), out);
    } else if (call != null && !rendering.excerpt()) {
      out.append("<sup id=\"").append(call.id()).append("\"><a href=\"#fn:").append(call.number());
      out.append("\" class=\"footnote-ref\" role=\"doc-noteref\">").append(call.number());
      out.append("</a></sup>");
    }
  }

  private void unknown(Node node) {
    if (node instanceof RefNode reference) {
      undefined(reference);
    } else if (node instanceof InlineLinkNode link) {
      out.append(link.getTextOpeningMarker());
      children(link);
      int rest = link.getTextClosingMarker().getStartOffset() - link.getStartOffset();
      unescaped(link.getChars().subSequence(rest));
    } else if (node.getFirstChild() != null) {
      children(node);
    } else {
      Rendering.escape(fragment.placeholders().restored(node.getChars()), out);
    }
  }

  /// `[text][reference]` without a definition is text.
  private void undefined(RefNode node) {
    if (!node.isReferenceTextCombined()) {
      out.append(node.getTextOpeningMarker());
      children(node);
      out.append(node.getTextClosingMarker());
      out.append(node.getReferenceOpeningMarker());
      unescaped(node.getReference());
      out.append(node.getReferenceClosingMarker());
    } else {
      out.append(node.getReferenceOpeningMarker());
      children(node);
      out.append(node.getReferenceClosingMarker());
      out.append(node.getTextOpeningMarker()).append(node.getTextClosingMarker());
    }
  }

  private void unescaped(BasedSequence chars) {
    fragment
        .placeholders()
        .split(
            chars,
            t -> Rendering.escape(Escaping.unescapeString(t), out),
            slot -> out.append(rendering.html(slot, true)));
  }

  void target(Node node, Target target) {
    Optional<ResolvedLink> resolved = resolved(target, fragment.at(node));
    if (target.picture()) {
      String alt = PlainText.inlines(node, fragment);
      resolved.ifPresentOrElse(l -> picture(l, alt, target), () -> Rendering.escape(alt, out));
      return;
    }
    resolved.ifPresent(l -> open(l, target));
    switch (node) {
      case AutoLink link -> Rendering.escape(Escaping.unescapeHtml(link.getText()), out);
      case MailLink link -> Rendering.escape(Escaping.unescapeHtml(link.getText()), out);
      case BareLink link -> Rendering.escape(link.getChars().unescape(), out);
      default -> children(node);
    }
    if (resolved.isPresent()) {
      out.append("</a>");
    }
  }

  private void open(ResolvedLink link, Target target) {
    out.append("<a href=\"").append(address(link)).append('"');
    title(target);
    if (!link.rel().isEmpty()) {
      out.append(" rel=\"").append(Rendering.escape(link.rel())).append('"');
    }
    out.append(link.newWindow() ? " target=\"_blank\">" : ">");
  }

  private void picture(ResolvedLink link, String alt, Target target) {
    out.append("<img src=\"").append(address(link)).append("\" alt=\"");
    Rendering.escape(alt, out);
    out.append('"');
    title(target);
    out.append(rendering.additions() ? " loading=\"lazy\" decoding=\"async\">" : ">");
  }

  private void title(Target target) {
    // A reference without a title has none; one with an empty title has an empty one.
    if (target.title().length() > 0) {
      out.append(" title=\"").append(titleText(target)).append('"');
    }
  }

  /// The title as escaped text.
  String titleText(Target target) {
    return fragment
        .placeholders()
        .fill(
            target.title(),
            text -> Rendering.escape(Escaping.unescapeString(text)),
            slot -> attribute(rendering.html(slot, true)));
  }

  /// What the page has for a target; empty when it may not lead there.
  private Optional<ResolvedLink> resolved(Target target, Location at) {
    String destination =
        fragment
            .placeholders()
            .fill(
                target.destination(),
                target::unescaped,
                slot -> Escaping.unescapeHtml(rendering.html(slot, true).strip()));
    boolean nothing = destination.isEmpty() || destination.startsWith("#");
    if (nothing && !target.isPlain()) {
      return Optional.of(ResolvedLink.to(destination)); // its shortcode failed, which is told
    }
    Kind kind = target.picture() ? Kind.PICTURE : Kind.LINK;
    return rendering
        .hooks()
        .links()
        .resolve(destination, kind, at)
        .filter(link -> !Target.runsScript(link.href()));
  }

  private static String address(ResolvedLink link) {
    return Rendering.escape(percentEncoded(link.href()));
  }

  private static String attribute(String html) {
    return Rendering.escape(Escaping.unescapeHtml(html));
  }

  /// A `%` that starts no escape is one itself, see the URL standard's "percent-encoded byte".
  private static String percentEncoded(String url) {
    String encoded = Escaping.percentEncodeUrl(url);
    return encoded.indexOf('%') < 0 ? encoded : LONE_PERCENT.matcher(encoded).replaceAll("%25");
  }
}
