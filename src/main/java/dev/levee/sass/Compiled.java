package dev.levee.sass;

import dev.levee.problem.Problem;
import dev.levee.trace.Pack;
import dev.levee.trace.PackedProblems;
import dev.levee.trace.Unpack;
import java.util.List;

/// What came of a style sheet written in Sass.
///
/// @param css empty when it could not be compiled
/// @param map which places in its sources the CSS comes from
/// @param problems what is to be said of it
public record Compiled(String css, SourceMap map, List<Problem> problems) {

  static Compiled failed(List<Problem> problems) {
    return new Compiled("", SourceMap.NONE, problems);
  }

  byte[] packed() {
    Pack pack = new Pack().text(css).text(map.json());
    PackedProblems.pack(problems, pack);
    return pack.bytes();
  }

  /// Reads what [#packed] gave.
  ///
  /// @throws RuntimeException when it is something else
  static Compiled unpacked(byte[] packed) {
    Unpack in = new Unpack(packed);
    return new Compiled(in.text(), new SourceMap(in.text()), PackedProblems.unpack(in));
  }
}
