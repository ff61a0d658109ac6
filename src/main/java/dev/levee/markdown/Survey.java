package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.InlineNode.Target;
import dev.levee.problem.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// One walk over a document and the shortcodes in it, in the order of the text, that reads what is
/// within the blocks and finds all there is to know before anything is rendered.
final class Survey {

  private record Found(BlockNode.Heading node, String text) {}

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

  private final FragmentParser parsed;
  private final Function<Fragment, TextReader> readers;
  private final IdentityHashMap<Fragment, TextReader> readerOf = new IdentityHashMap<>();
  private final List<Found> found = new ArrayList<>();
  private final List<Heading> headings = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Target> named = new ArrayList<>();
  private final List<RawLink> rawLinks = new ArrayList<>();
  private final List<Shortcode> shortcodes = new ArrayList<>();
  private final Footnotes footnotes = new Footnotes();
  private final Set<Slot> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Survey(FragmentParser parsed, Function<Fragment, TextReader> readers) {
    this.parsed = parsed;
    this.readers = readers;
  }

  /// @param readers what reads the texts of a fragment
  static Survey of(Fragment root, FragmentParser parsed, Function<Fragment, TextReader> readers) {
    Survey survey = new Survey(parsed, readers);
    survey.fragment(root);
    for (int i = 0; i < survey.footnotes.notes().size(); i++) {
      BlockNode.Note note = survey.footnotes.notes().get(i).block();
      survey.children(note, survey.reader(survey.home(note)));
    }
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

  Footnotes footnotes() {
    return footnotes;
  }

  /// The text in which a note stands.
  Fragment home(BlockNode.Note note) {
    Node root = note;
    while (!(root instanceof BlockNode.Root)) {
      root = root.getParent();
    }
    return Objects.requireNonNull(parsed.fragments().get((BlockNode.Root) root));
  }

  private TextReader reader(Fragment fragment) {
    return readerOf.computeIfAbsent(fragment, readers);
  }

  private void fragment(Fragment fragment) {
    if (fragment.tree() != null) {
      children(fragment.tree(), reader(fragment));
      fragment.placeholders().slots().forEach(this::slot);
    }
  }

  private void children(Node parent, TextReader reader) {
    for (Node child = parent.getFirstChild(); child != null; ) {
      Node read = child instanceof BlockNode.Text text ? reader.read(text) : child;
      node(read, reader);
      child = read.getNext();
    }
  }

  private void node(Node node, TextReader reader) {
    Fragment fragment = reader.fragment();
    if (node instanceof InlineNode.Text) {
      return;
    } else if (node instanceof InlineNode.Mark mark) {
      slot(fragment.slot(mark));
    } else if (node instanceof InlineNode.NoteCall call) {
      footnotes.call(call);
    } else if (node instanceof InlineNode.Code code) {
      skip(code.code(), fragment);
    } else if (node instanceof BlockNode.Heading heading) {
      heading(heading, reader);
    } else if (node instanceof BlockNode.Code code) {
      skip(code.info(), fragment);
      skip(code.code(), fragment);
    } else if (node instanceof InlineNode.Html html) {
      rawHtml(html.html(), at -> html.offset() + at, fragment);
    } else if (node instanceof BlockNode.Html html) {
      rawHtml(html.html(), html::origin, fragment);
    } else if (node instanceof Target target) {
      target(target, reader);
    } else if (!(node instanceof BlockNode.Note)) { // notes are walked when they are called
      children(node, reader);
    }
  }

  private void target(Target target, TextReader reader) {
    reader.check(target);
    target(target, reader.fragment());
    if (!target.isPicture()) {
      children(target, reader);
    }
  }

  /// What looked like shortcodes in code was none.
  private void skip(String code, Fragment fragment) {
    if (!fragment.placeholders().slots().isEmpty()) {
      fragment.placeholders().split(code, text -> {}, seen::add);
    }
  }

  private void slot(Slot slot) {
    if (slot instanceof Slot.Code code && seen.add(slot)) {
      shortcodes.add(code.shortcode());
      code.inner().ifPresent(this::fragment);
    }
  }

  private void heading(BlockNode.Heading heading, TextReader reader) {
    String text = PlainText.inlines(heading, reader.fragment()).replace('\n', ' ').strip();
    found.add(new Found(heading, text));
    children(heading, reader);
  }

  /// Ids that authors chose come first, wherever they stand.
  private void nameHeadings() {
    HeadingIds ids = new HeadingIds();
    for (Target picture : named) {
      String id = ids.chosen(picture.attributes().id());
      picture.attributes(picture.attributes().withId(id));
    }
    for (Found heading : found) {
      String chosen = heading.node().attributes().id();
      if (!chosen.isEmpty()) {
        heading.node().id(ids.chosen(chosen));
      }
    }
    for (Found heading : found) {
      BlockNode.Heading node = heading.node();
      if (node.id().isEmpty()) {
        node.id(ids.idFor(heading.text()));
      }
      headings.add(new Heading(node.level(), node.id(), heading.text()));
    }
  }

  private void rawHtml(String html, IntUnaryOperator origin, Fragment fragment) {
    for (HtmlTags.Attribute attribute : HtmlTags.attributes(html)) {
      LinkResolver.Kind kind = LINKS.get(attribute.element() + " " + attribute.name());
      if (kind != null && attribute.value().indexOf(Placeholders.SIGN) < 0) {
        Location at = fragment.source().at(origin.applyAsInt(attribute.at()));
        rawLinks.add(new RawLink(attribute.value().strip(), kind, at));
      }
    }
  }

  private void target(Target target, Fragment fragment) {
    if (!target.isPlain()) {
      return;
    }
    if (target.isPicture()) {
      if (!target.attributes().id().isEmpty()) {
        named.add(target);
      }
      String alt = PlainText.inlines(target, fragment);
      String title = fragment.placeholders().restored(target.title());
      pictures.add(new Picture(target.destination(), alt, title, fragment.at(target)));
    } else {
      links.add(new Link(target.destination(), fragment.at(target)));
    }
  }
}
