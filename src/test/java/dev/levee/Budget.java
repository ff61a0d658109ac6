package dev.levee;

/// How much is tried of what could be tried for ever: little in every build, and much with
/// `-Dlevee.laws=large`.
public final class Budget {

  private static final boolean LARGE = "large".equals(System.getProperty("levee.laws"));

  private Budget() {}

  /// Whether much is tried.
  public static boolean isLarge() {
    return LARGE;
  }

  /// One of two sizes.
  public static int of(int small, int large) {
    return LARGE ? large : small;
  }
}
