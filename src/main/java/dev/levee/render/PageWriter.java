package dev.levee.render;

import java.io.IOException;
import java.io.Writer;

/// Takes what a template prints, up to a size that no page for people has.
final class PageWriter extends Writer {

  private static final int MAX_CHARACTERS = 64 << 20;

  private final StringBuilder text = new StringBuilder(8192);

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    grow(length);
    text.append(characters, offset, length);
  }

  @Override
  public void write(String string, int offset, int length) throws IOException {
    grow(length);
    text.append(string, offset, offset + length);
  }

  private void grow(int length) throws IOException {
    if (text.length() + length > MAX_CHARACTERS) {
      throw new IOException(
          "it prints more than " + (MAX_CHARACTERS >> 20) + " million characters");
    }
  }

  @Override
  public void flush() {
    // all of it is in memory
  }

  @Override
  public void close() {
    // nothing is open
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
