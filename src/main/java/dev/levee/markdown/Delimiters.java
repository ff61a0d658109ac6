package dev.levee.markdown;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;

/// The runs of `*`, `_` and `~` of a block that may yet become emphasis or strikethrough, by the
/// algorithm in the appendix of CommonMark 0.31.2.
final class Delimiters {

  /// One run.
  static final class Run {
    private final InlineNode.Text node;
    private final char sign;
    private final int length;
    private final int number;
    private final boolean opens;
    private final boolean closes;
    private int left;
    private @Nullable Run previous;
    private @Nullable Run next;

    private Run(InlineNode.Text node, int number, boolean opens, boolean closes) {
      this.node = node;
      this.sign = node.text().charAt(0);
      this.length = node.text().length();
      this.left = length;
      this.number = number;
      this.opens = opens;
      this.closes = closes;
    }

    /// Which openers fit depends on this alone, so where no opener was found for one run, none need
    /// be looked for again.
    private int kind() {
      int base = sign == '*' ? 0 : sign == '_' ? 6 : 12;
      return base + (opens ? 3 : 0) + length % 3;
    }
  }

  private static final int KINDS = 18;

  private @Nullable Run last;
  private int count;
  private int joined;
  private boolean asterisks;

  void clear() {
    asterisks = false;
    last = null;
    count = 0;
    joined = 0;
  }

  /// Whether a run of asterisks may be open.
  boolean hasAsterisks() {
    return asterisks;
  }

  /// How many pairs were matched.
  int joined() {
    return joined;
  }

  /// The last run so far.
  @Nullable Run last() {
    return last;
  }

  /// Adds the run that a node shows.
  ///
  /// @param before the character before it, a line end at the beginning
  /// @param after the character behind it, a line end at the end
  void add(InlineNode.Text node, int before, int after) {
    boolean spaceAfter = isSpace(after);
    boolean spaceBefore = isSpace(before);
    boolean leftFlanking =
        !spaceAfter && (!isPunctuation(after) || spaceBefore || isPunctuation(before));
    boolean rightFlanking =
        !spaceBefore && (!isPunctuation(before) || spaceAfter || isPunctuation(after));
    boolean underscore = node.text().charAt(0) == '_';
    boolean opens = leftFlanking && (!underscore || !rightFlanking || isPunctuation(before));
    boolean closes = rightFlanking && (!underscore || !leftFlanking || isPunctuation(after));
    if (!opens && !closes) {
      return;
    }
    asterisks |= opens && node.text().charAt(0) == '*';
    Run run = new Run(node, ++count, opens, closes);
    run.previous = last;
    if (last != null) {
      last.next = run;
    }
    last = run;
  }

  /// Forgets the runs behind one.
  void forget(@Nullable Run bottom) {
    last = bottom;
    if (bottom != null) {
      bottom.next = null;
    }
  }

  /// Matches the runs behind one, or all, and forgets them.
  void match(@Nullable Run bottom) {
    if (last == bottom) {
      return;
    }
    int[] searched = new int[KINDS];
    for (Run closer = firstAbove(bottom); closer != null; ) {
      if (!closer.closes) {
        closer = closer.next;
        continue;
      }
      Run opener = opener(closer, bottom, searched[closer.kind()]);
      if (opener != null) {
        closer = join(opener, closer);
        continue;
      }
      searched[closer.kind()] = closer.number;
      Run next = closer.next;
      if (!closer.opens) {
        remove(closer);
      }
      closer = next;
    }
    forget(bottom);
  }

  private @Nullable Run firstAbove(@Nullable Run bottom) {
    Run run = last;
    while (run != null && run.previous != bottom) {
      run = run.previous;
    }
    return run;
  }

  private static @Nullable Run opener(Run closer, @Nullable Run bottom, int from) {
    for (Run run = closer.previous; run != bottom && run != null; run = run.previous) {
      if (run.number < from) {
        return null;
      }
      if (run.sign == closer.sign && run.opens && fits(run, closer)) {
        return run;
      }
    }
    return null;
  }

  private static boolean fits(Run opener, Run closer) {
    if (closer.sign == '~') {
      return opener.length == closer.length;
    }
    boolean ambiguous = opener.closes || closer.opens;
    return !ambiguous
        || (opener.length + closer.length) % 3 != 0
        || (opener.length % 3 == 0 && closer.length % 3 == 0);
  }

  /// Puts what is between two runs into a node; the run to go on with.
  private @Nullable Run join(Run opener, Run closer) {
    joined++;
    int used = closer.sign == '~' ? closer.length : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
    Node joined =
        closer.sign == '~'
            ? new InlineNode.Strikethrough(opener.node.offset())
            : used == 2 ? new StrongEmphasis() : new Emphasis();
    for (Node node = opener.node.getNext(); node != null && !node.equals(closer.node); ) {
      Node next = node.getNext();
      joined.appendChild(node);
      node = next;
    }
    opener.node.insertAfter(joined);
    while (closer.previous != null && closer.previous != opener) {
      remove(closer.previous);
    }
    use(opener, used);
    use(closer, used);
    return closer.left > 0 ? closer : closer.next;
  }

  private void use(Run run, int used) {
    run.left -= used;
    if (run.left > 0) {
      run.node.text(run.node.text().substring(used));
    } else {
      run.node.unlink();
      remove(run);
    }
  }

  private void remove(Run run) {
    if (run.previous != null) {
      run.previous.next = run.next;
    }
    if (run.next != null) {
      run.next.previous = run.previous;
    } else {
      last = run.previous;
    }
  }

  private static boolean isSpace(int c) {
    return c < 128
        ? c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r'
        : Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /// Unicode's categories P and S.
  private static boolean isPunctuation(int c) {
    if (c < 128) {
      return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
