package dev.levee.cli;

/// What the process ends with.
final class ExitCode {

  static final int DONE = 0;

  /// The site has errors; nothing was replaced.
  static final int SITE = 1;

  /// The command line or the settings are wrong.
  static final int USAGE = 2;

  /// The disk, the network or a bucket failed.
  static final int OUTSIDE = 3;

  private ExitCode() {}
}
