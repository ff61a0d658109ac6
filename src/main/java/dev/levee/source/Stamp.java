package dev.levee.source;

import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the file system says of a file. While it says the same, the file has the same content:
/// every write moves at least one of the times, and what takes the place of a file has another key.
///
/// @param modified when the content was last written, in nanoseconds since 1970; programs may set
///   it
/// @param changed when anything of the file last changed, likewise; on systems that keep no such
///   time the end of time, so that no file has ever been left alone
/// @param key tells the file from others that had its name
public record Stamp(long size, long modified, long changed, long key) {

  /// The time that a file system's clock may lag or round by, the coarsest being FAT's, in
  /// nanoseconds.
  private static final long GRAIN = TimeUnit.SECONDS.toNanos(2);

  /// The stamp of a file, or of what a link leads to.
  public static Stamp of(Path file) throws IOException {
    return Found.at(file, true).stamp();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stamp stamp
        && size == stamp.size
        && modified == stamp.modified
        && changed == stamp.changed
        && key == stamp.key;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size ^ modified ^ changed ^ key);
  }

  /// Whether the file was last touched well before a moment, so that a later change would show.
  ///
  /// @param moment on the clock of the file system, in nanoseconds since 1970
  public boolean isOlderThan(long moment) {
    return Math.max(modified, changed) < moment - GRAIN;
  }

  /// Packs the stamp for a cache.
  public void pack(Pack pack) {
    pack.number(size).fixed(modified).fixed(changed).fixed(key);
  }

  /// Reads a stamp that was packed.
  public static Stamp unpack(Unpack in) {
    return new Stamp(in.number(), in.fixed(), in.fixed(), in.fixed());
  }
}
