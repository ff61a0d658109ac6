package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.publish.Release.InHand;
import dev.levee.publish.Release.Retired;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// The text form of a release: a line with the version, its id, its time, its commit and a stamp,
/// the headers of files, each set of them once, a line for each file, one for each that caches have
/// to be told of, and a last line with the CRC-32C of all before it. A tab stands between fields.
final class ReleaseFile {

  private static final String NAME = "levee-release ";
  private static final String VERSION = "1";
  private static final String END = "end ";
  private static final String HEADERS = "headers";
  private static final String TAB = "\t";

  /// An id names a file at the target too, so that nothing else will do.
  private static final Pattern ID = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{6}");

  private ReleaseFile() {}

  /// A text is not the form of a release that can be read here.
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    private DamagedException(String message) {
      super(message);
    }
  }

  /// @param stamp what no other text has, so that whoever sees the same tag as before knows that
  ///   nothing was written in between
  static byte[] format(Release release, String stamp) {
    Map<ItemHeaders, Integer> numbers = new LinkedHashMap<>();
    release.items().values().forEach(item -> number(item.headers(), numbers));
    release
        .inHand()
        .values()
        .forEach(held -> held.put().ifPresent(i -> number(i.headers(), numbers)));
    release.retired().values().forEach(old -> number(old.item().headers(), numbers));
    StringBuilder text = new StringBuilder(NAME).append(VERSION).append('\n');
    line(text, "release", release.id(), release.made(), release.commit(), stamp);
    numbers
        .keySet()
        .forEach(headers -> {
          List<Object> fields = new ArrayList<>(List.of(HEADERS));
          headers
              .values()
              .forEach((name, value) -> fields.add(name + ": " + value.replace('\t', ' ')));
          line(text, fields.toArray());
        });
    release.items().forEach((path, item) -> line(text, "=", fields(item, numbers), path));
    release
        .inHand()
        .forEach((path, held) -> {
          String mark = held.entry() instanceof Manifest.Doubtful ? "?" : "~";
          String kind = held.entry().kind().word();
          line(text, mark, held.put().map(item -> fields(item, numbers)).orElse(kind), path);
        });
    release
        .retired()
        .forEach((path, old) ->
            line(text, "-", fields(old.item(), numbers), old.since(), old.releases(), path));
    release.outdated().forEach(path -> line(text, "!", path));
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    return text.append(end(body, body.length)).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int number(ItemHeaders headers, Map<ItemHeaders, Integer> all) {
    Integer known = all.get(headers);
    if (known != null) {
      return known;
    }
    all.put(headers, all.size());
    return all.size() - 1;
  }

  private static String fields(Item item, Map<ItemHeaders, Integer> numbers) {
    return String.join(
        TAB,
        item.kind().word(),
        item.digest().hex(),
        Long.toString(item.size()),
        Integer.toString(number(item.headers(), numbers)),
        item.tag());
  }

  private static void line(StringBuilder text, Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      text.append(i == 0 ? "" : TAB).append(fields[i]);
    }
    text.append('\n');
  }

  private static String end(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return END + HexFormat.of().toHexDigits(sum.getValue(), 8) + "\n";
  }

  /// @throws DamagedException with a message that follows "the manifest of the target"
  static Release parse(byte[] bytes) throws DamagedException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int first = text.indexOf('\n');
    if (!text.startsWith(NAME) || first < 0) {
      throw new DamagedException("is damaged: it does not start with its name");
    }
    String version = text.substring(NAME.length(), first);
    if (!version.equals(VERSION)) {
      throw new DamagedException("is of a newer Levee, in version " + version + " of its form");
    }
    int end = text.lastIndexOf(END);
    int length = bytes.length - (text.length() - end);
    if (end <= first || !text.substring(end).equals(end(bytes, length))) {
      throw new DamagedException("is damaged: it is not what its last line says");
    }
    try {
      return new Reader().read(text.substring(first + 1, end));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw new DamagedException("is damaged: " + e.getMessage());
    }
  }

  private static final class Reader {

    private final List<ItemHeaders> headers = new ArrayList<>();
    private final SortedMap<OutputPath, Item> items = new TreeMap<>();
    private final SortedMap<OutputPath, InHand> inHand = new TreeMap<>();
    private final SortedMap<OutputPath, Retired> retired = new TreeMap<>();
    private final SortedSet<OutputPath> outdated = new TreeSet<>();

    Release read(String text) {
      List<String> lines = text.lines().toList();
      String[] release = lines.getFirst().split(TAB, -1);
      if (!ID.matcher(release[1]).matches()) {
        throw new IllegalArgumentException("'" + release[1] + "' is no id of a release");
      }
      for (String line : lines.subList(1, lines.size())) {
        String[] part = line.split(TAB, -1);
        OutputPath path =
            part[0].equals(HEADERS)
                ? OutputPath.of("headers")
                : OutputPath.of(part[part.length - 1]);
        switch (part[0]) {
          case HEADERS -> headers.add(headers(part));
          case "=" -> items.put(path, item(part));
          case "?" -> inHand.put(path, inHand(new Manifest.Doubtful(kind(part[1])), part));
          case "~" -> inHand.put(path, inHand(new Manifest.Adrift(kind(part[1])), part));
          case "-" ->
              retired.put(
                  path, new Retired(item(part), Instant.parse(part[6]), Integer.parseInt(part[7])));
          case "!" -> outdated.add(path);
          default -> throw new IllegalArgumentException("'" + part[0] + "' is no mark");
        }
      }
      return new Release(
          release[1], Instant.parse(release[2]), release[3], items, inHand, retired, outdated);
    }

    private InHand inHand(Manifest.Entry entry, String[] part) {
      return new InHand(entry, part.length > 3 ? Optional.of(item(part)) : Optional.empty());
    }

    private static ItemHeaders headers(String[] part) {
      Map<String, String> headers = new TreeMap<>();
      for (int i = 1; i < part.length; i++) {
        int colon = part[i].indexOf(": ");
        headers.put(part[i].substring(0, colon), part[i].substring(colon + 2));
      }
      return new ItemHeaders(headers);
    }

    private Item item(String[] part) {
      return new Item(
          kind(part[1]),
          new Digest(part[2]),
          Long.parseLong(part[3]),
          headers.get(Integer.parseInt(part[4])),
          part[5]);
    }

    private static Kind kind(String word) {
      return Kind.of(word)
          .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind"));
    }
  }
}
