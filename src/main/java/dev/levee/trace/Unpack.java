package dev.levee.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what a [Pack] holds, in the same order. Used by one thread.
public final class Unpack {

  final byte[] bytes;
  final int start;
  final int end;
  private int at;

  public Unpack(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /// Reads a part of an array.
  public Unpack(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.at = start;
    this.end = end;
  }

  /// The bytes are not what a pack holds.
  public static final class DamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DamagedException() {
      super("the cache is damaged");
    }
  }

  /// What to throw when a value cannot be.
  DamagedException damaged() {
    return new DamagedException();
  }

  public long number() {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = next();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new DamagedException();
  }

  /// A number that is an `int` and not negative.
  public int count() {
    long number = number();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new DamagedException();
    }
    return (int) number;
  }

  public long fixed() {
    need(Long.BYTES);
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      number |= (bytes[at++] & 0xFFL) << shift;
    }
    return number;
  }

  public boolean flag() {
    return next() != 0;
  }

  public String text() {
    int length = count();
    need(length);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /// Skips a pack within this one, to be read later.
  public Unpack pack() {
    int length = count();
    need(length);
    Unpack inner = new Unpack(bytes, at, at + length);
    at += length;
    return inner;
  }

  /// The same bytes, to be read from their start.
  public Unpack again() {
    return new Unpack(bytes, start, end);
  }

  /// Whether all was read.
  public boolean isDone() {
    return at == end;
  }

  /// How many bytes it has in all.
  public int length() {
    return end - start;
  }

  /// All of it as bytes of their own.
  public byte[] copy() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  public <T> Optional<T> optional(Supplier<T> value) {
    return flag() ? Optional.of(value.get()) : Optional.empty();
  }

  /// How many values follow, each of which takes a byte at least.
  public int size() {
    int size = count();
    need(size);
    return size;
  }

  public <T> List<T> list(Supplier<T> value) {
    int size = size();
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(value.get());
    }
    return list;
  }

  public @Nullable Object data() {
    return switch (next()) {
      case 'n' -> null;
      case 's' -> text();
      case 't' -> true;
      case 'f' -> false;
      case 'i' -> fixed();
      case 'd' -> Double.longBitsToDouble(fixed());
      case 'l' -> {
        int size = count();
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          list.add(data());
        }
        yield Collections.unmodifiableList(list);
      }
      case 'm' -> map();
      default -> throw new DamagedException();
    };
  }

  /// A map of plain data by name, without the mark in front that [#data] reads.
  private Map<String, @Nullable Object> map() {
    int size = count();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      map.put(text(), data());
    }
    return Collections.unmodifiableMap(map);
  }

  private byte next() {
    need(1);
    return bytes[at++];
  }

  private void need(int count) {
    if (count > end - at) {
      throw new DamagedException();
    }
  }
}
