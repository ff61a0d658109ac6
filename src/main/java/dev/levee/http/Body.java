package dev.levee.http;

import dev.levee.output.Digest;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// The bytes of a page or a file.
public sealed interface Body {

  /// The server keeps a buffer of twice this for each connection.
  int AT_ONCE = 16_384;

  /// How many bytes.
  long size();

  /// Another whenever the bytes are others, 32 digits.
  String tag();

  /// Sends a piece.
  ///
  /// @throws IOException when nobody takes it, or it cannot be read
  void send(long from, long length, OutputStream out) throws IOException;

  private static String tag(byte[] bytes) {
    return Digest.of(bytes).hex().substring(0, 32);
  }

  /// Bytes that nobody changes any more.
  @SuppressWarnings("ArrayRecordComponent")
  record InMemory(byte[] bytes) implements Body {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public String tag() {
      return Body.tag(bytes);
    }

    @Override
    public void send(long from, long length, OutputStream out) throws IOException {
      int end = (int) (from + length);
      for (int at = (int) from; at < end; at += AT_ONCE) {
        out.write(bytes, at, Math.min(AT_ONCE, end - at));
      }
    }
  }

  /// A file, which is read as it is sent.
  ///
  /// @param stamp another whenever the file is, as far as its times tell
  record OnDisk(Path file, long size, String stamp) implements Body {

    /// A file as it is now.
    public static OnDisk of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      String stamp = now.size() + " " + now.lastModifiedTime() + " " + now.fileKey();
      return new OnDisk(file, now.size(), stamp);
    }

    @Override
    public String tag() {
      return Body.tag(stamp.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void send(long from, long length, OutputStream out) throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
        long end = from + length;
        for (long at = from; at < end; at += buffer.position()) {
          buffer.clear().limit((int) Math.min(AT_ONCE, end - at));
          if (channel.read(buffer, at) < 0) {
            throw new EOFException(file + " was cut short while it was sent");
          }
          out.write(buffer.array(), 0, buffer.position());
        }
      }
    }
  }
}
