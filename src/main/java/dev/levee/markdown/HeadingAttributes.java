package dev.levee.markdown;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an author says about a heading after its text: `{#id .class}`.
///
/// @param id empty when none is given
record HeadingAttributes(String id, List<String> classes) {

  static final HeadingAttributes NONE = new HeadingAttributes("", List.of());

  private static final Pattern WORD = Pattern.compile("[#.]([^\\s{}\"'<>&#`.]+)");
  private static final Pattern AT_THE_END =
      Pattern.compile("[ \t]*\\{((?:[ \t]*" + WORD + ")+)[ \t]*}[ \t]*$");

  HeadingAttributes {
    classes = List.copyOf(classes);
  }

  /// Reads the attributes of a heading and takes them out of its text.
  static HeadingAttributes take(Heading heading) {
    String text = heading.getText().toString();
    if (!text.endsWith("}")) {
      return NONE;
    }
    Matcher found = AT_THE_END.matcher(text);
    if (!found.find() || text.indexOf(Placeholders.SIGN, found.start()) >= 0) {
      return NONE;
    }
    cut(heading, heading.getText().getStartOffset() + found.start());
    String id = "";
    List<String> classes = new ArrayList<>();
    Matcher word = WORD.matcher(found.group(1));
    while (word.find()) {
      if (word.group().startsWith("#")) {
        id = word.group(1);
      } else {
        classes.add(word.group(1));
      }
    }
    return new HeadingAttributes(id, classes);
  }

  private static void cut(Heading heading, int end) {
    for (Node last = heading.getLastChild(); last != null; last = heading.getLastChild()) {
      if (last.getStartOffset() < end) {
        if (last.getEndOffset() > end) {
          last.setChars(last.getChars().subSequence(0, end - last.getStartOffset()));
        }
        return;
      }
      last.unlink();
    }
  }
}
