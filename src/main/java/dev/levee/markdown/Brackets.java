package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.Delimiters.Run;
import dev.levee.markdown.InlineNode.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The brackets of a block that are open, and what becomes of them when they close.
final class Brackets {

  /// An open bracket.
  ///
  /// @param node the text that shows it
  /// @param text the offset behind it
  /// @param before the last run of delimiters before it
  private record Opener(InlineNode.Text node, boolean picture, int text, @Nullable Run before) {}

  private final Definitions own;
  private final Definitions shared;
  private final boolean additions;
  private final Delimiters delimiters;
  private final List<Opener> open = new ArrayList<>();
  private final List<Target> bare = new ArrayList<>();
  private int barred;
  private int lastOpened;
  private int made;

  /// @param own what the text itself defines
  /// @param shared what the document defines, for what the text does not
  Brackets(Definitions own, Definitions shared, boolean additions, Delimiters delimiters) {
    this.own = own;
    this.shared = shared;
    this.additions = additions;
    this.delimiters = delimiters;
  }

  void clear() {
    open.clear();
    bare.clear();
    barred = 0;
    lastOpened = 0;
    made = 0;
  }

  /// How many links and pictures there are.
  int made() {
    return made;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /// Takes a bracket that opens.
  ///
  /// @param after the offset behind it
  void open(InlineNode.Text node, boolean picture, int after) {
    open.add(new Opener(node, picture, after, delimiters.last()));
    lastOpened = after;
  }

  /// Takes a bracket that closes.
  ///
  /// @param at its offset
  /// @return the offset behind the link or picture that it ends; -1 when it ends none
  int close(Content content, int at) {
    if (open.isEmpty()) {
      return -1;
    }
    Opener opener = open.removeLast();
    boolean isBarred = !opener.picture() && open.size() < barred;
    barred = Math.min(barred, open.size());
    if (isBarred) {
      return -1;
    }
    String text = content.text();
    int offset = opener.node().offset();
    if (additions && !opener.picture() && isNoteCall(text, opener, at)) {
      BlockNode.Note note = note(LinkSyntax.label(text, opener.text() + 1, at));
      if (note != null) {
        replace(opener, new InlineNode.NoteCall(offset, note));
        return at + 1;
      }
    }
    int inline = inline(text, at + 1, opener);
    return inline >= 0 ? inline : reference(text, at, opener);
  }

  private boolean isNoteCall(String text, Opener opener, int at) {
    return lastOpened == opener.text()
        && at > opener.text() + 1
        && text.charAt(opener.text()) == '^';
  }

  private BlockNode.@Nullable Note note(String label) {
    BlockNode.Note found = own.note(label);
    return found == null ? shared.note(label) : found;
  }

  /// A call of a note takes the place of what is between the brackets.
  private void replace(Opener opener, Node node) {
    delimiters.forget(opener.before());
    for (Node inside = opener.node().getNext(); inside != null; ) {
      Node next = inside.getNext();
      inside.unlink();
      inside = next;
    }
    opener.node().insertAfter(node);
    opener.node().unlink();
  }

  /// `(destination "title")`.
  private int inline(String text, int start, Opener opener) {
    if (start >= text.length() || text.charAt(start) != '(') {
      return -1;
    }
    int destination = LinkSyntax.skipSpace(text, start + 1);
    int destinationEnd = LinkSyntax.destinationEnd(text, destination);
    if (destinationEnd < 0) {
      return -1;
    }
    int title = LinkSyntax.skipSpace(text, destinationEnd);
    int titleEnd = title > destinationEnd ? LinkSyntax.titleEnd(text, title) : -1;
    int end = titleEnd < 0 ? title : LinkSyntax.skipSpace(text, titleEnd);
    if (end >= text.length() || text.charAt(end) != ')') {
      return -1;
    }
    String to = LinkSyntax.destination(text, destination, destinationEnd);
    String named = titleEnd < 0 ? null : LinkSyntax.title(text, title, titleEnd);
    return made(text, target(opener, to, named), opener, end + 1);
  }

  /// `[label]`, `[]` or nothing behind the text, which is then the label itself.
  private int reference(String text, int at, Opener opener) {
    int labelEnd = LinkSyntax.labelEnd(text, at + 1);
    boolean full = labelEnd > at + 3;
    String label = "";
    if (full) {
      label = LinkSyntax.label(text, at + 2, labelEnd - 1);
    } else if (lastOpened == opener.text()) {
      // no label holds a bracket
      label = LinkSyntax.label(text, opener.text(), at);
    }
    Definitions.Link found = label.isEmpty() ? null : own.link(label);
    if (found == null && !label.isEmpty()) {
      found = shared.link(label);
    }
    if (found == null) {
      return -1;
    }
    Target target = target(opener, found.destination(), found.title());
    return made(text, target, opener, labelEnd < 0 ? at + 1 : labelEnd);
  }

  private static Target target(Opener opener, String destination, @Nullable String title) {
    return new Target(opener.node().offset(), opener.picture(), destination, title);
  }

  private int made(String text, Target target, Opener opener, int end) {
    made++;
    for (Node node = opener.node().getNext(); node != null; ) {
      Node next = node.getNext();
      target.appendChild(node);
      node = next;
    }
    delimiters.match(opener.before());
    opener.node().insertAfter(target);
    opener.node().unlink();
    if (!target.isPicture()) {
      unlinkBare(opener);
      barred = open.size(); // links hold no links
      return end;
    }
    if (additions && end < text.length() && text.charAt(end) == '{') {
      Attributes attributes = Attributes.at(text, end);
      if (attributes != null) {
        target.attributes(attributes);
        return attributes.end();
      }
    }
    return end;
  }

  /// Takes an address that stands in the text without any mark.
  void bare(Target target) {
    if (!open.isEmpty()) {
      bare.add(target);
    }
  }

  /// An address in the text of a link is text.
  private void unlinkBare(Opener opener) {
    while (!bare.isEmpty() && bare.getLast().offset() > opener.node().offset()) {
      Target address = bare.removeLast();
      Node inside = address.getFirstChild();
      if (inside != null) {
        address.insertBefore(inside);
      }
      address.unlink();
    }
  }
}
