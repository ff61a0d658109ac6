package dev.levee.trace;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Tells whether something is still what it was, in 64 bits: for texts two checksums of different
/// polynomials, which the JVM computes in hardware from the first call on; numbers and these are
/// put together by the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014). It guards against chance, not against malice; what is
/// published goes by its SHA-256.
public final class Hash {

  /// The hash of what is not there.
  public static final long ABSENT = 0;

  private long state;

  /// The hash of a text.
  public static long of(String text) {
    return new Hash().add(text).value();
  }

  /// The hash of bytes.
  public static long of(byte[] bytes) {
    return new Hash().add(bytes, bytes.length).value();
  }

  /// The hash of plain data: texts, numbers, truth values, lists and maps of them, in their order.
  public static long ofData(@Nullable Object data) {
    return new Hash().addData(data).value();
  }

  /// Adds a text.
  public Hash add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return add(bytes, bytes.length);
  }

  /// Adds the first bytes of an array.
  public Hash add(byte[] bytes, int length) {
    CRC32 crc32 = new CRC32();
    crc32.update(bytes, 0, length);
    CRC32C crc32c = new CRC32C();
    crc32c.update(bytes, 0, length);
    return add(length).add((crc32.getValue() << Integer.SIZE) | crc32c.getValue());
  }

  /// Adds a number, or another hash.
  public Hash add(long number) {
    long mixed = (state ^ number) + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    state = mixed ^ (mixed >>> 31);
    return this;
  }

  /// Adds a text that may be missing.
  public Hash add(Optional<String> text) {
    return text.isPresent() ? add(1).add(text.get()) : add(0);
  }

  /// Adds plain data, see [#ofData].
  ///
  /// @throws IllegalArgumentException for anything else
  public Hash addData(@Nullable Object data) {
    if (data == null) {
      return add('n');
    } else if (data instanceof String text) {
      return add('s').add(text);
    } else if (data instanceof Boolean flag) {
      return add(flag ? 't' : 'f');
    } else if (data instanceof Long number) {
      return add('i').add(number);
    } else if (data instanceof Double number) {
      return add('d').add(Double.doubleToLongBits(number));
    } else if (data instanceof List<?> list) {
      add('l').add(list.size());
      list.forEach(this::addData);
    } else if (data instanceof Map<?, ?> map) {
      add('m').add(map.size());
      map.forEach((key, value) -> add(String.valueOf(key)).addData(value));
    } else {
      throw new IllegalArgumentException(data.getClass() + " is no plain data");
    }
    return this;
  }

  /// The hash of all that was added, never [#ABSENT].
  public long value() {
    return state == ABSENT ? 1 : state;
  }
}
