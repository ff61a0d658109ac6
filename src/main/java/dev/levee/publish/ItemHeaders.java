package dev.levee.publish;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What stores are told to say with a file, by header. A few of these serve all files of a site.
public final class ItemHeaders {

  /// Of what nobody knows with which headers it was put.
  static final ItemHeaders NONE = new ItemHeaders(Map.of());

  // of the 64 bits of Fowler, Noll and Vo
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final SortedMap<String, String> values;
  private volatile @Nullable Sum last;

  private record Sum(Set<String> kept, long value) {}

  public ItemHeaders(Map<String, String> values) {
    this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public SortedMap<String, String> values() {
    return values;
  }

  /// A sum of 64 bits.
  ///
  /// @param kept the headers that count
  long sum(Set<String> kept) {
    Sum known = last;
    if (known == null || !known.kept().equals(kept)) {
      known = new Sum(kept, added(kept));
      last = known;
    }
    return known.value();
  }

  private long added(Set<String> kept) {
    long sum = FNV_BASIS;
    for (Map.Entry<String, String> header : values.entrySet()) {
      if (kept.contains(header.getKey())) {
        sum = add(header.getValue(), add(header.getKey(), sum));
      }
    }
    return sum;
  }

  private static long add(String text, long sum) {
    long all = sum;
    for (int i = 0; i < text.length(); i++) {
      all = (all ^ text.charAt(i)) * FNV_PRIME;
    }
    return all * FNV_PRIME;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemHeaders headers && values.equals(headers.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
