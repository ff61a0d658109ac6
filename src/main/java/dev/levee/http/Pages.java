package dev.levee.http;

/// Knows what stands at an address.
@FunctionalInterface
public interface Pages {

  /// What stands at a path. Any number of threads may ask at once.
  ///
  /// @param path not percent-encoded, without `.` and `..`, and starting with a slash
  /// @param query what stands behind the `?`, as it was sent; empty where nothing does
  Reply at(String path, String query);
}
