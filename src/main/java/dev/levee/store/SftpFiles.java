package dev.levee.store;

import dev.levee.store.SftpPacket.Attributes;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Files at the other end of a line, by the paths that they have there. What the server refuses is
/// a [RefusedException], with its number.
final class SftpFiles {

  private static final int PIECE = 32 << 10;

  /// How many pieces of a file are on their way before the first must have arrived.
  private static final int AHEAD = 16;

  private static final String RENAME_OVER = "posix-rename@openssh.com";
  private static final String LINK = "hardlink@openssh.com";

  private final String name;
  private final SftpConnection connection;

  /// @param name the place as messages call it
  SftpFiles(String name, SftpConnection connection) {
    this.name = name;
    this.connection = connection;
  }

  /// A server says no.
  static final class RefusedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private RefusedException(int code, String said) {
      super(said, false, null);
      this.code = code;
    }

    int code() {
      return code;
    }

    boolean isMissing() {
      return code == SftpPacket.NO_SUCH_FILE;
    }

    /// The same as people read it.
    ///
    /// @param what what was refused, and where
    StoreException toFault(String what) {
      String reason =
          switch (code) {
            case SftpPacket.NO_SUCH_FILE -> "its folder is gone";
            case SftpPacket.PERMISSION_DENIED -> "the server does not let this user do that";
            default -> "the server says only '" + getMessage() + "'; look at its free space";
          };
      return new StoreException(what + ": " + reason, isMissing(), this);
    }
  }

  /// A name in a folder.
  record Entry(String name, Attributes attributes) {}

  private SftpPacket ask(int type, SftpPacket.Builder what) throws StoreException {
    return connection.answer(connection.ask(type, what));
  }

  /// Reads an answer that is more than a yes or a no.
  private static SftpPacket checked(SftpPacket answer) throws RefusedException {
    if (answer.type() == SftpPacket.STATUS) {
      check(answer);
    }
    return answer;
  }

  private static void check(SftpPacket answer) throws RefusedException {
    int code = answer.number();
    if (code != SftpPacket.OK) {
      throw new RefusedException(code, answer.hasMore() ? answer.text() : "");
    }
  }

  private void done(int type, SftpPacket.Builder what) throws StoreException {
    check(ask(type, what));
  }

  private static SftpPacket.Builder packet() {
    return new SftpPacket.Builder();
  }

  private byte[] open(String path, int flags) throws StoreException {
    return checked(ask(SftpPacket.OPEN, packet().text(path).number(flags).attributes(null)))
        .bytes();
  }

  private void close(byte[] handle) throws StoreException {
    done(SftpPacket.CLOSE, packet().bytes(handle));
  }

  /// Closes what was only read, without waiting for it.
  private void let(byte[] handle) throws StoreException {
    var _ = connection.ask(SftpPacket.CLOSE, packet().bytes(handle));
  }

  /// What stands at a path, also where that is a link.
  Attributes attributes(String path) throws StoreException {
    return checked(ask(SftpPacket.LSTAT, packet().text(path))).attributes();
  }

  /// What is in a folder, but for itself and the one above.
  List<Entry> list(String folder) throws StoreException {
    byte[] handle = checked(ask(SftpPacket.OPENDIR, packet().text(folder))).bytes();
    List<Entry> all = new ArrayList<>();
    try {
      CompletableFuture<SftpPacket> some = askForNames(handle);
      while (true) {
        // the next are asked for before these are there: most folders are small
        CompletableFuture<SftpPacket> next = askForNames(handle);
        add(checked(connection.answer(some)), all);
        some = next;
      }
    } catch (RefusedException e) {
      if (e.code() == SftpPacket.END) {
        return all;
      }
      throw e;
    } catch (BufferUnderflowException e) {
      throw new StoreException(name + " answers what cannot be read", false, e);
    } finally {
      let(handle);
    }
  }

  private CompletableFuture<SftpPacket> askForNames(byte[] handle) throws StoreException {
    return connection.ask(SftpPacket.READDIR, packet().bytes(handle));
  }

  private static void add(SftpPacket names, List<Entry> all) {
    for (long left = names.unsigned(); left > 0; left--) {
      String entry = names.text();
      names.bytes();
      Attributes attributes = names.attributes();
      if (!entry.equals(".") && !entry.equals("..")) {
        all.add(new Entry(entry, attributes));
      }
    }
  }

  /// The bytes of a file with what is said of it.
  Store.Fetched read(String path) throws StoreException {
    byte[] handle = open(path, SftpPacket.OPEN_READ);
    try {
      Attributes attributes = checked(ask(SftpPacket.FSTAT, packet().bytes(handle))).attributes();
      return new Store.Fetched(read(handle, attributes.size()), attributes.tag());
    } finally {
      let(handle);
    }
  }

  private byte[] read(byte[] handle, long size) throws StoreException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deque<CompletableFuture<SftpPacket>> asked = new ArrayDeque<>();
    long next = 0;
    while (bytes.size() < size) {
      // pieces are asked for ahead; one that comes short is asked for anew from there
      while (asked.size() < AHEAD && next < size) {
        asked.add(askForPiece(handle, next));
        next += PIECE;
      }
      byte[] piece;
      try {
        piece = checked(connection.answer(asked.remove())).bytes();
      } catch (RefusedException e) {
        if (e.code() == SftpPacket.END) {
          return bytes.toByteArray();
        }
        throw e;
      }
      bytes.writeBytes(piece);
      if (piece.length < PIECE && bytes.size() < size) {
        for (CompletableFuture<SftpPacket> late : asked) {
          connection.answer(late);
        }
        asked.clear();
        next = bytes.size();
      }
    }
    return bytes.toByteArray();
  }

  private CompletableFuture<SftpPacket> askForPiece(byte[] handle, long from)
      throws StoreException {
    return connection.ask(SftpPacket.READ, packet().bytes(handle).number(from).number(PIECE));
  }

  /// Writes a file where nothing is yet.
  void write(String path, byte[] bytes) throws StoreException {
    byte[] handle = open(path, SftpPacket.OPEN_NEW);
    try {
      Deque<CompletableFuture<SftpPacket>> asked = new ArrayDeque<>();
      for (int from = 0; from < bytes.length; from += PIECE) {
        if (asked.size() == AHEAD) {
          check(connection.answer(asked.remove()));
        }
        int length = Math.min(PIECE, bytes.length - from);
        asked.add(
            connection.ask(
                SftpPacket.WRITE,
                packet().bytes(handle).number((long) from).bytes(bytes, from, length)));
      }
      for (CompletableFuture<SftpPacket> each : asked) {
        check(connection.answer(each));
      }
    } finally {
      close(handle);
    }
  }

  /// Gives a file the name of another, which is replaced in the same moment.
  void moveOver(String from, String to) throws StoreException {
    if (!connection.can(RENAME_OVER)) {
      throw new StoreException(
          "the server of "
              + name
              + " cannot replace a file in one moment (it lacks "
              + RENAME_OVER
              + "), so readers could meet half a site; publish to another",
          false,
          null);
    }
    done(SftpPacket.EXTENDED, packet().text(RENAME_OVER).text(from).text(to));
  }

  /// Whether the server can give a file two names.
  boolean canLink() {
    return connection.can(LINK);
  }

  /// Gives a file a second name, which nothing has.
  void link(String from, String to) throws StoreException {
    done(SftpPacket.EXTENDED, packet().text(LINK).text(from).text(to));
  }

  /// Gives a file a name that nothing has, and takes the one that it had.
  void moveTo(String from, String to) throws StoreException {
    if (canLink()) {
      link(from, to);
      remove(from);
    } else {
      done(SftpPacket.RENAME, packet().text(from).text(to));
    }
  }

  void remove(String path) throws StoreException {
    done(SftpPacket.REMOVE, packet().text(path));
  }

  /// @param mode the rights of the folder; those that the server gives where it is null
  void makeFolder(String path, @Nullable Integer mode) throws StoreException {
    done(SftpPacket.MKDIR, packet().text(path).attributes(mode));
  }

  void removeFolder(String path) throws StoreException {
    done(SftpPacket.RMDIR, packet().text(path));
  }
}
