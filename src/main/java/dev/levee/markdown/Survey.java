package dev.levee.markdown;

import com.vladsch.flexmark.ast.CodeBlock;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import dev.levee.problem.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One walk over a document and the shortcodes in it, in the order of the text, that finds all
/// there is to know before anything is rendered.
final class Survey {

  private record Found(
      com.vladsch.flexmark.ast.Heading node, HeadingAttributes says, String text) {}

  /// The attributes that lead somewhere.
  private static final Map<String, LinkResolver.Kind> LINKS =
      Map.of(
          "a href", LinkResolver.Kind.LINK,
          "area href", LinkResolver.Kind.LINK,
          "audio src", LinkResolver.Kind.LINK,
          "iframe src", LinkResolver.Kind.LINK,
          "img src", LinkResolver.Kind.PICTURE,
          "source src", LinkResolver.Kind.LINK,
          "track src", LinkResolver.Kind.LINK,
          "video poster", LinkResolver.Kind.PICTURE,
          "video src", LinkResolver.Kind.LINK);

  private final Dialect dialect;
  private final List<Found> found = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<RawLink> rawLinks = new ArrayList<>();
  private final List<Shortcode> shortcodes = new ArrayList<>();
  private final IdentityHashMap<Node, Heading> headingOf = new IdentityHashMap<>();
  private final IdentityHashMap<Node, HeadingAttributes> attributesOf = new IdentityHashMap<>();
  private final Footnotes footnotes = new Footnotes();
  private final Set<Slot> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Survey(Dialect dialect) {
    this.dialect = dialect;
  }

  static Survey of(Fragment root, Dialect dialect) {
    Survey survey = new Survey(dialect);
    survey.fragment(root);
    survey.nameHeadings();
    return survey;
  }

  List<Heading> headings() {
    return headings;
  }

  List<Link> links() {
    return links;
  }

  List<Picture> pictures() {
    return pictures;
  }

  List<RawLink> rawLinks() {
    return rawLinks;
  }

  List<Shortcode> shortcodes() {
    return shortcodes;
  }

  Heading heading(com.vladsch.flexmark.ast.Heading node) {
    return headingOf.getOrDefault(node, new Heading(node.getLevel(), "", ""));
  }

  HeadingAttributes attributes(com.vladsch.flexmark.ast.Heading node) {
    return attributesOf.getOrDefault(node, HeadingAttributes.NONE);
  }

  Footnotes footnotes() {
    return footnotes;
  }

  private void fragment(Fragment fragment) {
    if (fragment.tree() == null) {
      return;
    }
    children(fragment.tree(), fragment);
    for (int i = 0; i < footnotes.of(fragment).size(); i++) {
      children(footnotes.of(fragment).get(i).block(), fragment);
    }
    fragment.placeholders().slots().forEach(this::slot);
  }

  private void children(Node parent, Fragment fragment) {
    if (dialect == Dialect.LEVEE && Target.of(parent, fragment).isEmpty()) {
      BareLinkFinder.mark(parent);
    }
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      node(child, fragment);
    }
  }

  private void node(Node node, Fragment fragment) {
    switch (node) {
      case PlaceholderNode mark -> slot(fragment.slot(mark));
      case Footnote footnote when footnote.isDefined() -> footnotes.call(footnote, fragment);
      case FootnoteBlock block -> {} // walked when it is called
      case com.vladsch.flexmark.ast.Heading heading -> heading(heading, fragment);
      case FencedCodeBlock code -> skip(code, fragment);
      case IndentedCodeBlock code -> skip(code, fragment);
      case CodeBlock code -> skip(code, fragment);
      case com.vladsch.flexmark.ast.Code code -> skip(code, fragment);
      case HtmlBlockBase html -> rawHtml(html.getContentChars(), fragment);
      case HtmlInlineBase html -> rawHtml(html.getChars(), fragment);
      case Reference reference -> {}
      default -> {
        Target.of(node, fragment).ifPresent(target -> target(node, target, fragment));
        children(node, fragment);
      }
    }
  }

  /// What looked like shortcodes in code was none.
  private void skip(Node code, Fragment fragment) {
    if (!fragment.placeholders().slots().isEmpty()) {
      fragment.placeholders().split(code.getChars(), text -> {}, seen::add);
    }
  }

  private void slot(Slot slot) {
    if (slot instanceof Slot.Code code && seen.add(slot)) {
      shortcodes.add(code.shortcode());
      code.inner().ifPresent(this::fragment);
    }
  }

  private void heading(com.vladsch.flexmark.ast.Heading heading, Fragment fragment) {
    HeadingAttributes attributes =
        dialect == Dialect.LEVEE ? HeadingAttributes.take(heading) : HeadingAttributes.NONE;
    attributesOf.put(heading, attributes);
    String text = PlainText.inlines(heading, fragment).replace('\n', ' ').strip();
    found.add(new Found(heading, attributes, text));
    children(heading, fragment);
  }

  private void nameHeadings() {
    HeadingIds ids = new HeadingIds();
    IdentityHashMap<Found, String> chosen = new IdentityHashMap<>();
    for (Found heading : found) {
      if (!heading.says().id().isEmpty()) {
        chosen.put(heading, ids.chosen(heading.says().id()));
      }
    }
    for (Found heading : found) {
      String own = chosen.get(heading);
      String id = own == null ? ids.idFor(heading.text()) : own;
      Heading named = new Heading(heading.node().getLevel(), id, heading.text());
      headings.add(named);
      headingOf.put(heading.node(), named);
    }
  }

  private void rawHtml(BasedSequence html, Fragment fragment) {
    for (HtmlTags.Attribute attribute : HtmlTags.attributes(html.toString())) {
      LinkResolver.Kind kind = LINKS.get(attribute.element() + " " + attribute.name());
      if (kind != null && attribute.value().indexOf(Placeholders.SIGN) < 0) {
        Location at = fragment.source().at(html.getIndexOffset(attribute.at()));
        rawLinks.add(new RawLink(attribute.value().strip(), kind, at));
      }
    }
  }

  private void target(Node node, Target target, Fragment fragment) {
    if (!target.isPlain()) {
      return;
    }
    String destination = target.unescaped(target.destination().toString());
    if (target.picture()) {
      String alt = PlainText.inlines(node, fragment);
      String title = target.unescaped(fragment.placeholders().restored(target.title()));
      pictures.add(new Picture(destination, alt, title, fragment.at(node)));
    } else {
      links.add(new Link(destination, fragment.at(node)));
    }
  }
}
