package dev.levee.asset;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What esbuild says of what it read, which is meant for people.
final class EsbuildLog {

  private static final Pattern HEAD =
      Pattern.compile("\\S \\[(ERROR|WARNING)] (.*?)(?: \\[[a-z@-]+])?");

  private static final Pattern PLACE = Pattern.compile(" {4}(\\S.*):(\\d+):(\\d+):");

  private EsbuildLog() {}

  /// Something that it says.
  ///
  /// @param file what it read, empty when it does not say
  /// @param line counted from 1
  /// @param column the bytes before the place
  record Entry(boolean error, String message, String file, int line, int column) {

    /// Adds this as a problem at a place.
    void report(Location at, Problems problems) {
      problems.add(error ? ProblemCode.BAD_ASSET : ProblemCode.ODD_ASSET, at, message);
    }
  }

  /// Reads its log.
  static List<Entry> read(String log) {
    List<Entry> entries = new ArrayList<>();
    boolean open = false;
    for (String line : log.split("\n", -1)) {
      Matcher head = HEAD.matcher(line);
      Matcher place = PLACE.matcher(line);
      if (head.matches()) {
        entries.add(new Entry(head.group(1).equals("ERROR"), head.group(2), "", 0, 0));
        open = true;
      } else if (open && place.matches()) {
        Entry entry = entries.removeLast();
        entries.add(
            new Entry(
                entry.error,
                entry.message,
                place.group(1),
                Integer.parseInt(place.group(2)),
                Integer.parseInt(place.group(3))));
        open = false; // what follows are remarks with places of their own
      }
    }
    return entries;
  }
}
