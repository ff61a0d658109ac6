package dev.levee.store;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What is said in one packet of SFTP, version 3, without its length.
final class SftpPacket {

  static final int INIT = 1;
  static final int VERSION = 2;
  static final int OPEN = 3;
  static final int CLOSE = 4;
  static final int READ = 5;
  static final int WRITE = 6;
  static final int LSTAT = 7;
  static final int FSTAT = 8;
  static final int OPENDIR = 11;
  static final int READDIR = 12;
  static final int REMOVE = 13;
  static final int MKDIR = 14;
  static final int RMDIR = 15;
  static final int RENAME = 18;
  static final int EXTENDED = 200;
  static final int STATUS = 101;

  static final int OK = 0;
  static final int END = 1;
  static final int NO_SUCH_FILE = 2;
  static final int PERMISSION_DENIED = 3;

  static final int OPEN_READ = 1;
  static final int OPEN_NEW = 2 | 8 | 32; // write, create, exclusively

  private static final int HAS_SIZE = 1;
  private static final int HAS_OWNER = 2;
  private static final int HAS_MODE = 4;
  private static final int HAS_TIMES = 8;
  private static final int HAS_MORE = 1 << 31;
  private static final int KIND = 0xF000;
  private static final int FOLDER = 0x4000;
  private static final int FILE = 0x8000;
  private static final int LINK = 0xA000;

  private final int type;
  private final ByteBuffer body;

  /// @param body what follows the type and the number of the request
  SftpPacket(int type, ByteBuffer body) {
    this.type = type;
    this.body = body;
  }

  /// What a server says of a file.
  ///
  /// @param seconds when it was changed, since 1970
  /// @param kind what it is, as the bits of its mode have it
  record Attributes(long size, long seconds, int kind) {

    boolean isFile() {
      return kind == FILE;
    }

    boolean isFolder() {
      return kind == FOLDER;
    }

    boolean isLink() {
      return kind == LINK;
    }

    /// As fine as the protocol has it: a change that keeps the size within one second is not seen.
    String tag() {
      return seconds + "-" + size;
    }
  }

  int type() {
    return type;
  }

  int number() {
    return body.getInt();
  }

  long unsigned() {
    return Integer.toUnsignedLong(body.getInt());
  }

  byte[] bytes() {
    int length = body.getInt();
    if (length < 0 || length > body.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    body.get(bytes);
    return bytes;
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  boolean hasMore() {
    return body.hasRemaining();
  }

  Attributes attributes() {
    int flags = body.getInt();
    long size = (flags & HAS_SIZE) == 0 ? 0 : body.getLong();
    if ((flags & HAS_OWNER) != 0) {
      body.getLong();
    }
    int mode = (flags & HAS_MODE) == 0 ? 0 : body.getInt();
    long seconds = 0;
    if ((flags & HAS_TIMES) != 0) {
      body.getInt();
      seconds = unsigned();
    }
    int more = (flags & HAS_MORE) == 0 ? 0 : body.getInt();
    for (int i = 0; i < more; i++) {
      bytes();
      bytes();
    }
    return new Attributes(size, seconds, mode & KIND);
  }

  /// Writes a packet.
  static final class Builder {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Builder number(int number) {
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
      return this;
    }

    Builder number(long number) {
      out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
      return this;
    }

    Builder text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Builder bytes(byte[] bytes) {
      return bytes(bytes, 0, bytes.length);
    }

    Builder bytes(byte[] bytes, int from, int length) {
      number(length);
      out.write(bytes, from, length);
      return this;
    }

    /// @param mode which rights a file gets; those that the server gives where it is null
    Builder attributes(@Nullable Integer mode) {
      return mode == null ? number(0) : number(HAS_MODE).number(mode.intValue());
    }

    byte[] build() {
      return out.toByteArray();
    }
  }
}
