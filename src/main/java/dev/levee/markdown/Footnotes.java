package dev.levee.markdown;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/// Numbers the footnotes of a document in the order in which its text calls them.
final class Footnotes {

  /// A note, its number and how often it is called.
  static final class Note {
    private final int number;
    private final BlockNode.Note block;
    private int calls;

    private Note(int number, BlockNode.Note block) {
      this.number = number;
      this.block = block;
    }

    int number() {
      return number;
    }

    BlockNode.Note block() {
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

    /// Before the survey.
    static final Call NONE = new Call(0, 0);

    /// The fragment that the note's way back leads to.
    String id() {
      return id(number, occurrence);
    }

    static String id(int number, int occurrence) {
      return occurrence == 1 ? "fnref:" + number : "fnref:" + number + "-" + occurrence;
    }
  }

  private final IdentityHashMap<BlockNode.Note, Note> known = new IdentityHashMap<>();
  private final List<Note> notes = new ArrayList<>();

  void call(InlineNode.NoteCall node) {
    Note note = known.get(node.note());
    if (note == null) {
      note = new Note(notes.size() + 1, node.note());
      known.put(node.note(), note);
      notes.add(note);
    }
    node.call(new Call(note.number(), ++note.calls));
  }

  /// The notes that are called, in order; grows while notes call notes.
  List<Note> notes() {
    return notes;
  }
}
