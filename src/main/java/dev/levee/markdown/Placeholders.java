package dev.levee.markdown;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The slots of a text and the marks that stand for them in it.
///
/// A mark is [#SIGN], the number of its slot and [#SIGN] again, all in private-use characters.
/// Where an author uses that very character it is lifted out as a slot of its own, so a [#SIGN] in
/// a text that was prepared here is never an author's.
record Placeholders(List<Slot> slots) {

  /// The first and last character of each mark.
  static final char SIGN = '\uE7A5';

  private static final char ZERO = '\uE800';
  private static final int BASE = 1024;

  Placeholders {
    slots = List.copyOf(slots);
  }

  /// The mark of the slot with this number.
  static String mark(int slot) {
    StringBuilder mark = new StringBuilder().append(SIGN);
    for (int rest = slot; ; rest /= BASE) {
      mark.append((char) (ZERO + rest % BASE));
      if (rest < BASE) {
        return mark.append(SIGN).toString();
      }
    }
  }

  /// The number of the slot whose mark is the text from `start` to `end`.
  static int number(CharSequence text, int start, int end) {
    int number = 0;
    for (int i = end - 2; i > start; i--) {
      number = number * BASE + text.charAt(i) - ZERO;
    }
    return number;
  }

  /// The offset after the mark that starts here.
  static int markEnd(CharSequence text, int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != SIGN) {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  /// Goes through a text, giving what is between the marks to one and the slots to the other.
  void split(CharSequence text, Consumer<String> between, Consumer<Slot> slot) {
    int from = 0;
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) == SIGN) {
        if (from < i) {
          between.accept(text.subSequence(from, i).toString());
        }
        int end = markEnd(text, i);
        slot.accept(slots.get(number(text, i, end)));
        from = end;
        i = end;
      } else {
        i++;
      }
    }
    if (from < text.length()) {
      between.accept(text.subSequence(from, text.length()).toString());
    }
  }

  /// The text with each mark replaced by what `filler` gives for its slot, the rest as `other` has
  /// it.
  String fill(CharSequence text, Function<String, String> other, Function<Slot, String> filler) {
    StringBuilder filled = new StringBuilder(text.length());
    split(text, t -> filled.append(other.apply(t)), s -> filled.append(filler.apply(s)));
    return filled.toString();
  }

  /// The text as the author wrote it.
  String restored(CharSequence text) {
    return slots.isEmpty() ? text.toString() : fill(text, t -> t, Slot::source);
  }
}
