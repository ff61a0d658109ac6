package dev.levee.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects problems, from any thread, and applies the severities that the settings ask for.
public final class Problems {

  private final Map<ProblemCode, Severity> severities = new EnumMap<>(ProblemCode.class);
  private final List<Problem> found = new ArrayList<>();

  /// Lowers or raises the severity of a code, for problems found earlier as well.
  ///
  /// @throws IllegalArgumentException when the code makes a page impossible and so stays an error
  public synchronized void setSeverity(ProblemCode code, Severity severity) {
    if (!code.adjustable()) {
      throw new IllegalArgumentException(code.id() + " cannot be lowered");
    }
    severities.put(code, severity);
  }

  public void add(ProblemCode code, Location location, String message) {
    add(code, location, message, "");
  }

  public synchronized void add(ProblemCode code, Location location, String message, String hint) {
    found.add(new Problem(code, code.severity(), location, message, hint));
  }

  /// Adds what others collected.
  public synchronized void addAll(Collection<Problem> problems) {
    found.addAll(problems);
  }

  /// What was added, as it was added.
  public synchronized List<Problem> added() {
    return List.copyOf(found);
  }

  /// All problems that are not switched off, sorted by file and line, each said once.
  public List<Problem> sorted() {
    return judged(added());
  }

  /// Problems that others collected as the settings see them: those that are not switched off,
  /// sorted by file and line, each said once.
  public synchronized List<Problem> judged(Collection<Problem> problems) {
    return problems.stream()
        .map(this::withSettings)
        .filter(p -> p.severity() != Severity.OFF)
        .distinct()
        .sorted()
        .toList();
  }

  public synchronized boolean hasErrors() {
    return found.stream().anyMatch(p -> withSettings(p).severity() == Severity.ERROR);
  }

  /// Whether any problem of one of these codes is an error.
  public synchronized boolean hasErrors(Collection<ProblemCode> codes) {
    return found.stream()
        .anyMatch(p -> codes.contains(p.code()) && withSettings(p).severity() == Severity.ERROR);
  }

  private Problem withSettings(Problem p) {
    Severity severity = severities.getOrDefault(p.code(), p.severity());
    return new Problem(p.code(), severity, p.location(), p.message(), p.hint());
  }
}
