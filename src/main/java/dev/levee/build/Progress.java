package dev.levee.build;

/// Is told how far a build is, from several threads.
@FunctionalInterface
public interface Progress {

  /// Nobody listens.
  Progress SILENT = (stage, done, total) -> {};

  /// Is called again and again while a stage goes on.
  ///
  /// @param stage what is being done, in a word or two
  /// @param total how much there is to do; 0 when nobody knows yet
  void at(String stage, int done, int total);
}
