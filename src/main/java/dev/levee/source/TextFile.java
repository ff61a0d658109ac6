package dev.levee.source;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the text of a file that a person wrote.
public final class TextFile {

  /// No page for people is this long; what is longer was put there by mistake.
  public static final long MAX_BYTES = 16 << 20;

  private static final char REPLACEMENT = '\uFFFD';

  private TextFile() {}

  /// The text without a byte order mark, its lines ending in LF alone; empty when it cannot be had,
  /// which is then among the problems.
  ///
  /// @param path what problems call the file
  public static Optional<String> read(Path file, String path, Problems problems) {
    Location at = Location.of(path);
    try {
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        problems.add(
            ProblemCode.FILE_TOO_LARGE,
            at,
            "this text has "
                + ((size + (1 << 20) - 1) >> 20)
                + " MB, more than the "
                + (MAX_BYTES >> 20)
                + " MB allowed",
            "split it, or keep it out of the folder");
        return Optional.empty();
      }
      return text(Files.readAllBytes(file), path, problems);
    } catch (IOException e) {
      problems.add(
          ProblemCode.UNREADABLE_FILE,
          at,
          "this cannot be read: " + e.getClass().getSimpleName(),
          e instanceof NoSuchFileException ? "" : "check its permissions");
      return Optional.empty();
    }
  }

  /// The same for the bytes of a file.
  public static Optional<String> text(byte[] bytes, String path, Problems problems) {
    if (isUtf16(bytes)) {
      problems.add(
          ProblemCode.INVALID_UTF8,
          new Location(path, 1, 1),
          "this text is UTF-16",
          "save it as UTF-8");
      return Optional.empty();
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      Optional<String> whole = strictly(bytes, start, path, problems);
      if (whole.isEmpty()) {
        return whole;
      }
    }
    return Optional.of(withLineFeeds(text));
  }

  /// Decodes again where the quick way met what it could not read, or the sign that stands for
  /// that.
  private static Optional<String> strictly(
      byte[] bytes, int start, String path, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(
          ProblemCode.INVALID_UTF8,
          end(text, path),
          "there is a byte here that is not UTF-8: 0x"
              + Integer.toHexString(bytes[in.position()] & 0xFF),
          "save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static String withLineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// Without a mark it is told by its first character, of which one byte is zero.
  private static boolean isUtf16(byte[] bytes) {
    return startsWith(bytes, 0xFF, 0xFE)
        || startsWith(bytes, 0xFE, 0xFF)
        || (bytes.length > 1 && (bytes[0] == 0) != (bytes[1] == 0));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Location end(String decoded, String path) {
    String text = withLineFeeds(decoded);
    int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
    return new Location(path, line, text.length() - text.lastIndexOf('\n'));
  }
}
