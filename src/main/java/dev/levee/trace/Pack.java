package dev.levee.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Values as bytes, one after the other, for a cache; [Unpack] reads them in the same order. Small
/// numbers take one byte.
public final class Pack {

  private static final int FULL = 1 << 16;

  private final @Nullable OutputStream sink;
  private byte[] bytes = new byte[256];
  private int length;

  /// A pack that is kept in memory.
  public Pack() {
    this.sink = null;
  }

  /// A pack that goes to a stream as it is made, so that a large one needs no memory. Whoever has
  /// added everything must [#flush] it.
  ///
  /// @throws UncheckedIOException from every method, when the stream cannot be written
  public Pack(OutputStream sink) {
    this.sink = sink;
  }

  /// Hands on to the stream what is left.
  public void flush() {
    if (sink != null) {
      try {
        sink.write(bytes, 0, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      length = 0;
    }
  }

  /// Adds a number that is mostly small and not negative.
  public Pack number(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
    return this;
  }

  /// Adds a number that may be anything, such as a hash.
  public Pack fixed(long number) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      put((byte) (number >>> shift));
    }
    return this;
  }

  public Pack flag(boolean flag) {
    put((byte) (flag ? 1 : 0));
    return this;
  }

  public Pack text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    return raw(utf8, 0, utf8.length);
  }

  private Pack raw(byte[] more, int from, int count) {
    reserve(count);
    System.arraycopy(more, from, bytes, length, count);
    length += count;
    return this;
  }

  /// Adds what another pack holds, as a whole that can be skipped.
  public Pack pack(Pack other) {
    number(other.length);
    return raw(other.bytes, 0, other.length);
  }

  /// Adds anew what was added as [a whole][#pack(Pack)], wherever its reader stands.
  public Pack pack(Unpack whole) {
    number(whole.end - whole.start);
    return raw(whole.bytes, whole.start, whole.end - whole.start);
  }

  public <T> Pack optional(Optional<T> value, Consumer<T> pack) {
    flag(value.isPresent());
    value.ifPresent(pack);
    return this;
  }

  public <T> Pack list(Collection<T> values, Consumer<T> pack) {
    number(values.size());
    values.forEach(pack);
    return this;
  }

  /// Adds plain data, see [Hash#ofData].
  public Pack data(@Nullable Object data) {
    if (data == null) {
      put((byte) 'n');
    } else if (data instanceof String text) {
      put((byte) 's');
      text(text);
    } else if (data instanceof Boolean flag) {
      put((byte) (flag ? 't' : 'f'));
    } else if (data instanceof Long number) {
      put((byte) 'i');
      fixed(number);
    } else if (data instanceof Double number) {
      put((byte) 'd');
      fixed(Double.doubleToRawLongBits(number));
    } else if (data instanceof List<?> list) {
      put((byte) 'l');
      list(list, this::data);
    } else if (data instanceof Map<?, ?> map) {
      put((byte) 'm');
      list(
          map.entrySet(),
          entry -> {
            text(String.valueOf(entry.getKey()));
            data(entry.getValue());
          });
    } else {
      throw new IllegalArgumentException(data.getClass() + " is no plain data");
    }
    return this;
  }

  /// All that was added.
  public byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(byte value) {
    reserve(1);
    bytes[length++] = value;
  }

  private void reserve(int count) {
    if (length >= FULL) {
      flush();
    }
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
