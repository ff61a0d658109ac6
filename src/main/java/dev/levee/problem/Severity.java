package dev.levee.problem;

import java.util.Locale;

/// How much a problem matters: an `ERROR` keeps the site from being replaced, a `WARN` is shown.
public enum Severity {
  ERROR,
  WARN,
  OFF;

  /// The word of the settings file and of the reports: `error`, `warn` or `off`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
