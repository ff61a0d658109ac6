package dev.levee.publish;

/// Is told how far a publish is, from several threads.
@FunctionalInterface
public interface Progress {

  /// Nobody listens.
  Progress SILENT = (done, total, bytes) -> {};

  /// Is called with what will be done, before anything is put.
  default void begins(PublishPlan plan) {}

  /// Is called after each file.
  ///
  /// @param done how many files were put or deleted
  /// @param bytes how many bytes were put
  void at(int done, int total, long bytes);
}
