package dev.levee.trace;

import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import java.util.List;

/// Problems in a cache, without their severities, which are for the settings to say.
public final class PackedProblems {

  private static final List<ProblemCode> CODES = List.of(ProblemCode.values());

  private PackedProblems() {}

  public static void pack(List<Problem> problems, Pack out) {
    out.list(
        problems,
        p -> {
          Location at = p.location();
          out.number(CODES.indexOf(p.code()));
          out.text(at.path()).number(at.line()).number(at.column());
          out.text(p.message()).text(p.hint());
        });
  }

  public static List<Problem> unpack(Unpack in) {
    return in.list(() -> {
      int code = in.count();
      Location at = new Location(in.text(), in.count(), in.count());
      if (code >= CODES.size()) {
        throw in.damaged();
      }
      ProblemCode known = CODES.get(code);
      return new Problem(known, known.severity(), at, in.text(), in.text());
    });
  }
}
