package dev.levee.markdown;

import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Numbers the footnotes of a document in the order in which its text calls them.
final class Footnotes {

  /// A note, its number and how often it is called.
  static final class Note {
    private final int number;
    private final FootnoteBlock block;
    private int calls;

    private Note(int number, FootnoteBlock block) {
      this.number = number;
      this.block = block;
    }

    int number() {
      return number;
    }

    FootnoteBlock block() {
      return block;
    }

    int calls() {
      return calls;
    }
  }

  /// One call of a note.
  ///
  /// @param occurrence which call of its note this is, counted from 1
  record Call(int number, int occurrence) {

    /// The fragment that the note's way back leads to.
    String id() {
      return id(number, occurrence);
    }

    static String id(int number, int occurrence) {
      return occurrence == 1 ? "fnref:" + number : "fnref:" + number + "-" + occurrence;
    }
  }

  private final IdentityHashMap<FootnoteBlock, Note> notes = new IdentityHashMap<>();
  private final IdentityHashMap<Footnote, Call> calls = new IdentityHashMap<>();
  private final IdentityHashMap<Fragment, List<Note>> byFragment = new IdentityHashMap<>();
  private int count;

  void call(Footnote footnote, Fragment fragment) {
    FootnoteBlock block = footnote.getFootnoteBlock();
    if (block == null) {
      return;
    }
    Note note = notes.get(block);
    if (note == null) {
      note = new Note(++count, block);
      notes.put(block, note);
      byFragment.computeIfAbsent(fragment, f -> new ArrayList<>()).add(note);
    }
    calls.put(footnote, new Call(note.number(), ++note.calls));
  }

  /// The notes that the text of a fragment calls, in order; grows while notes call notes.
  List<Note> of(Fragment fragment) {
    return byFragment.getOrDefault(fragment, List.of());
  }

  IdentityHashMap<Footnote, Call> calls() {
    return calls;
  }
}
