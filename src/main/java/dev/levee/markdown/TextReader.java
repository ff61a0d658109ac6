package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.InlineNode.Target;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what is within the blocks of one fragment, and what its author says about headings and
/// pictures behind them.
final class TextReader {

  private static final List<String> PICTURE_KEYS =
      List.of("caption", "credit", "height", "loading", "width");

  private static final List<String> SIZES = List.of("height", "width");

  private final boolean additions;
  private final Fragment fragment;
  private final InlineParser inlines;
  private final Problems problems;

  /// @param shared what the document defines
  TextReader(
      MarkdownOptions options,
      Fragment fragment,
      Definitions shared,
      Optional<SmartPunctuation> smart,
      Problems problems) {
    this.additions = options.additions();
    this.fragment = fragment;
    this.inlines = new InlineParser(options, fragment.definitions(), shared, smart);
    this.problems = problems;
  }

  Fragment fragment() {
    return fragment;
  }

  /// Gives a block its children; the block to go on with, which is a figure where a paragraph holds
  /// nothing but a picture.
  BlockNode read(BlockNode.Text block) {
    if (additions && block instanceof BlockNode.Heading heading) {
      takeAttributes(heading);
    }
    inlines.parse(block.content(), block);
    if (inlines.nested() > FragmentParser.MAX_DEPTH && isTooDeep(block)) {
      problems.add(
          ProblemCode.TOO_DEEP,
          fragment.at(block),
          FragmentParser.TOO_DEEP,
          FragmentParser.SHOWN_AS_TEXT);
      block.removeChildren();
      block.appendChild(new InlineNode.Text(block.offset(), block.content().text()));
    }
    return additions && block instanceof BlockNode.Paragraph paragraph ? figure(paragraph) : block;
  }

  private static void takeAttributes(BlockNode.Heading heading) {
    String text = heading.content().text();
    int open = text.endsWith("}") ? text.lastIndexOf('{') : -1;
    Attributes attributes = open < 0 ? null : Attributes.at(text, open);
    if (attributes != null && attributes.isPlain() && attributes.end() == text.length()) {
      heading.attributes(attributes);
      heading.content(heading.content().until(open));
    }
  }

  private static boolean isTooDeep(Node root) {
    int depth = 0;
    for (Node node = root; ; ) {
      Node next = node.getFirstChild();
      if (next != null) {
        if (++depth > FragmentParser.MAX_DEPTH) {
          return true;
        }
      } else {
        while (node.getNext() == null) {
          if (depth-- <= 1) {
            return false;
          }
          node = node.getParent();
        }
        next = node.getNext();
      }
      node = next;
    }
  }

  private BlockNode figure(BlockNode.Paragraph paragraph) {
    Node alone = onlyTarget(paragraph);
    Target picture =
        alone instanceof Target target
            ? target.isPicture() ? target : onlyTarget(target) instanceof Target t ? t : null
            : null;
    if (picture == null || !picture.isPicture()) {
      return paragraph;
    }
    BlockNode.Figure figure = new BlockNode.Figure(paragraph.offset());
    figure.appendChild(alone);
    String caption = picture.attributes().values().get("caption");
    caption(figure, caption == null ? picture.writtenTitle() : caption, false, picture);
    caption(figure, picture.attributes().values().getOrDefault("credit", ""), true, picture);
    paragraph.insertBefore(figure);
    paragraph.unlink();
    return figure;
  }

  private void caption(BlockNode.Figure figure, String text, boolean credit, Target picture) {
    if (!text.isBlank()) {
      // quotes had to be escaped to stand within quotes, not to stay straight
      String unquoted = text.replace("\\\"", "\"").replace("\\'", "'");
      Content content = Content.at(unquoted.strip(), picture.offset());
      figure.appendChild(new BlockNode.Caption(content, credit));
    }
  }

  /// The only link or picture in a node with nothing but white space around it.
  private static @Nullable Node onlyTarget(Node parent) {
    Node only = null;
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Target && only == null) {
        only = child;
      } else if (!(child instanceof InlineNode.LineBreak)
          && !(child instanceof InlineNode.Text text && text.text().isBlank())) {
        return null;
      }
    }
    return only;
  }

  /// Tells what an author says of a picture that nobody understands.
  void check(Target picture) {
    picture
        .attributes()
        .values()
        .forEach((key, value) -> {
          if (!PICTURE_KEYS.contains(key)) {
            bad(
                picture,
                "'" + key + "' is not an attribute of pictures",
                NearestWord.hint(
                    key, PICTURE_KEYS, "known are " + String.join(", ", PICTURE_KEYS)));
          } else if (SIZES.contains(key) && !isNumber(value)) {
            bad(picture, "'" + value + "' is no " + key, "write the pixels as a whole number");
          }
        });
  }

  private static boolean isNumber(String value) {
    return !value.isEmpty()
        && value.length() < 6
        && value.chars().allMatch(c -> HtmlSyntax.isDigit((char) c));
  }

  private void bad(Target picture, String message, String hint) {
    problems.add(ProblemCode.BAD_ATTRIBUTE, fragment.at(picture), message, hint);
  }
}
