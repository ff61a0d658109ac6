package dev.levee.output;

import java.io.IOException;

/// A place that a site is written to: a folder, or a bucket. [Plan#apply] calls it in an order that
/// may be cut anywhere.
public interface Target {

  /// Puts one file in place, whole or not at all, and gives what is known of it now.
  Manifest.Known put(Staged staged) throws IOException;

  /// Removes one file of ours; one that is gone already is no fault.
  void delete(OutputPath path) throws IOException;

  /// Keeps the manifest, whole or not at all, before anything that it foretells is done; the last
  /// one is that of the finished site.
  void remember(Manifest manifest) throws IOException;
}
