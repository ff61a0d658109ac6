package dev.levee.output;

import dev.levee.output.Manifest.Adrift;
import dev.levee.output.Manifest.Doubtful;
import dev.levee.output.Manifest.Entry;
import dev.levee.output.Manifest.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// The text form of a manifest: a line with the version, a line for each file, sorted by path, and
/// a last line with the CRC-32C of all before it.
final class ManifestFile {

  private static final String NAME = "levee-manifest ";
  private static final String VERSION = "1";
  private static final String END = "end ";

  private ManifestFile() {}

  /// What a manifest file says.
  ///
  /// @param damage why nothing can be believed, in words that follow "the manifest"; empty when all
  ///   is well or there is no file
  record Reading(Manifest manifest, String damage) {}

  static Reading read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new Reading(Manifest.empty(), "");
    } catch (IOException e) {
      throw FileFault.of("read " + file, e);
    }
    return parse(bytes);
  }

  /// Replaces the file as a whole.
  static void write(Path file, Manifest manifest) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.write(next, format(manifest).getBytes(StandardCharsets.UTF_8));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFault.of("write " + file, e);
    }
  }

  static String format(Manifest manifest) {
    StringBuilder text = new StringBuilder(200 + 130 * manifest.entries().size());
    text.append(NAME).append(VERSION).append('\n');
    for (Map.Entry<OutputPath, Entry> e : manifest.entries().entrySet()) {
      Entry entry = e.getValue();
      text.append(entry instanceof Known ? "= " : entry instanceof Doubtful ? "? " : "~ ");
      text.append(entry.kind().word());
      if (entry instanceof Known known) {
        text.append(' ').append(known.digest().hex());
        text.append(' ').append(known.size()).append(' ').append(known.modified());
      }
      text.append(' ').append(e.getKey().value()).append('\n');
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    return text.append(end(body, body.length)).toString();
  }

  private static String end(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return END + HexFormat.of().toHexDigits(sum.getValue(), 8) + "\n";
  }

  static Reading parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.startsWith(NAME)) {
      return damaged("is damaged: it does not start with its name");
    }
    int firstEnd = text.indexOf('\n');
    String version = firstEnd < 0 ? "" : text.substring(NAME.length(), firstEnd);
    if (!version.equals(VERSION)) {
      return version.matches("[0-9]{1,9}")
          ? damaged("was written by a newer Levee, in version " + version + " of its format")
          : damaged("is damaged: its first line is cut");
    }
    int end = text.lastIndexOf(END);
    int length = bytes.length - (text.length() - end);
    if (end <= firstEnd || !text.substring(end).equals(end(bytes, length))) {
      return damaged("is damaged: it is not what its last line says");
    }
    SortedMap<OutputPath, Entry> entries = new TreeMap<>();
    try {
      int lineEnd;
      for (int at = firstEnd + 1; at < end; at = lineEnd + 1) {
        lineEnd = text.indexOf('\n', at);
        readLine(text.substring(at, lineEnd), entries);
      }
    } catch (IllegalArgumentException e) {
      return damaged("is damaged: " + e.getMessage());
    }
    return new Reading(new Manifest(entries), "");
  }

  private static Reading damaged(String damage) {
    return new Reading(Manifest.empty(), damage);
  }

  private static void readLine(String line, SortedMap<OutputPath, Entry> entries) {
    boolean known = line.startsWith("= ");
    int fields = known ? 6 : 3;
    String[] part = line.split(" ", fields);
    if (part.length != fields) {
      throw new IllegalArgumentException("a line of it is cut");
    }
    Kind kind =
        Kind.of(part[1])
            .orElseThrow(() -> new IllegalArgumentException("'" + part[1] + "' is no kind"));
    Entry entry =
        switch (part[0]) {
          case "=" ->
              new Known(
                  kind, new Digest(part[2]), Long.parseLong(part[3]), Long.parseLong(part[4]));
          case "?" -> new Doubtful(kind);
          case "~" -> new Adrift(kind);
          default -> throw new IllegalArgumentException("'" + part[0] + "' is no mark");
        };
    entries.put(OutputPath.of(part[fields - 1]), entry);
  }
}
