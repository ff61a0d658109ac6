package dev.levee.markdown;

import java.util.function.Predicate;

/// Makes a text that fails shorter while it fails.
final class Shrinker {

  private static final int MOST_TRIES = 20_000;

  private Shrinker() {}

  /// A text of which nothing more can be taken away, or not soon.
  static String shrink(String text, Predicate<String> fails) {
    String shortest = text;
    int tries = 0;
    for (int chunk = text.length() / 2; chunk > 0; chunk = tries > MOST_TRIES ? 0 : chunk / 2) {
      boolean shrunk = true;
      while (shrunk) {
        shrunk = false;
        for (int at = 0; at < shortest.length() && tries++ < MOST_TRIES; ) {
          String shorter =
              shortest.substring(0, at)
                  + shortest.substring(Math.min(at + chunk, shortest.length()));
          if (fails.test(shorter)) {
            shortest = shorter;
            shrunk = true;
          } else {
            at += chunk;
          }
        }
      }
    }
    return shortest;
  }
}
