package dev.levee.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// One file of the finished site.
public record Output(OutputPath path, Kind kind, Content content) {

  /// Where the bytes come from.
  public sealed interface Content {}

  /// Bytes in memory, which belong to the output from now on.
  @SuppressWarnings("ArrayRecordComponent")
  public record Bytes(byte[] bytes) implements Content {}

  /// A file that is copied as it is and never loaded whole.
  public record CopyOf(Path file) implements Content {}

  public static Output of(String path, Kind kind, byte[] bytes) {
    return new Output(OutputPath.of(path), kind, new Bytes(bytes));
  }

  public static Output of(String path, Kind kind, String text) {
    return of(path, kind, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Output copy(String path, Kind kind, Path file) {
    return new Output(OutputPath.of(path), kind, new CopyOf(file));
  }
}
