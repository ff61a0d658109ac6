package dev.levee.sass;

import dev.levee.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Dart Sass says of what it read, which is meant for people.
final class SassLog {

  private static final Pattern HEAD =
      Pattern.compile("(Error|WARNING|(?:DEPRECATION )?WARNING(?: \\[[\\w-]+])?): (.*)");

  /// A file, a line and a column, before what of it was being done.
  private static final Pattern PLACE = Pattern.compile(" +(\\S.*) (\\d+):(\\d+) {2,}\\S.*");

  private static final Pattern LINE_OF_SOURCE = Pattern.compile("(?: *\\d+| +)(?: [|>,'].*)?");

  private static final String VERBOSE = "Run in verbose mode to see all warnings.";

  private SassLog() {}

  /// Something that it says.
  ///
  /// @param file what it read, empty when it does not say
  /// @param line counted from 1
  /// @param column counted from 1
  record Entry(ProblemCode code, String message, String file, int line, int column) {

    private Entry at(Matcher place) {
      return new Entry(
          code,
          message,
          place.group(1),
          Integer.parseInt(place.group(2)),
          Integer.parseInt(place.group(3)));
    }
  }

  /// Reads its log. Of several lines that a mistake has, those before the source belong to its
  /// message; the first place is that of the mistake, the others are of what led there.
  static List<Entry> read(String log) {
    List<Entry> entries = new ArrayList<>();
    Optional<Entry> open = Optional.empty();
    boolean message = false;
    for (String line : log.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      Matcher place = PLACE.matcher(line);
      if (head.matches()) {
        open.ifPresent(entries::add);
        ProblemCode code =
            head.group(1).equals("Error") ? ProblemCode.BAD_ASSET : ProblemCode.ODD_ASSET;
        open = Optional.of(new Entry(code, head.group(2), "", 0, 0));
        message = true;
      } else if (open.isPresent() && place.matches()) {
        entries.add(open.get().at(place));
        open = Optional.empty();
      } else if (message
          && !line.isBlank()
          && !line.equals(VERBOSE)
          && !LINE_OF_SOURCE.matcher(line).matches()) {
        Entry entry = open.orElseThrow();
        String longer = entry.message() + " " + line.strip();
        open = Optional.of(new Entry(entry.code(), longer, "", 0, 0));
      } else {
        message = false;
      }
    }
    open.ifPresent(entries::add);
    return entries;
  }
}
