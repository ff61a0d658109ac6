package dev.levee.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is not done unless it is asked for by name.
public enum Allowance {
  /// To delete much of what is there.
  DELETES,
  /// To publish a site without files.
  EMPTY,
  /// To publish a site without a home page where there is one.
  NO_HOME,
  /// To publish what the last build without errors left when there are errors now.
  ERRORS,
  /// To publish a site that was built with what readers are not to see.
  DRAFTS,
  /// To publish a site that was built to stand elsewhere.
  BASE_URL,
  /// To replace files that Levee did not put.
  REPLACE,
  /// To take the lock of a publish that has died.
  LOCK;

  /// The word of the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The one of a word.
  public static Optional<Allowance> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /// All words, in their order.
  public static List<String> words() {
    return Arrays.stream(values()).map(Allowance::word).toList();
  }
}
