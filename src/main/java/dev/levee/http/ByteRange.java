package dev.levee.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One piece of a body that is asked for by `Range` (RFC 9110, section 14).
///
/// @param start the first byte
/// @param length how many bytes; 0 where the body has none of those that are asked for
record ByteRange(long start, long length) {

  /// More digits than a body has bytes are as good as these.
  private static final Pattern ONE = Pattern.compile("(?i)bytes=\\s*(\\d*)-(\\d*)\\s*");

  private static final int DIGITS = 18;

  /// The piece of a body; empty where the whole is sent: several pieces are asked for, or what is
  /// asked is not understood.
  static Optional<ByteRange> of(String header, long size) {
    Matcher parts = ONE.matcher(header);
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (parts.group(1).isEmpty()) {
      long length = Math.min(number(parts.group(2)), size);
      return Optional.of(new ByteRange(size - length, length));
    }
    long start = number(parts.group(1));
    long last = parts.group(2).isEmpty() ? Long.MAX_VALUE : number(parts.group(2));
    if (last < start) {
      return Optional.empty();
    }
    return Optional.of(
        start >= size
            ? new ByteRange(0, 0)
            : new ByteRange(start, Math.min(last, size - 1) - start + 1));
  }

  private static long number(String digits) {
    return digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /// The piece as `Content-Range` tells it.
  String of(long size) {
    return length == 0
        ? "bytes */" + size
        : "bytes " + start + "-" + (start + length - 1) + "/" + size;
  }
}
