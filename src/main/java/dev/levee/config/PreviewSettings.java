package dev.levee.config;

import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// Reads `preview`: what the preview does for whoever writes.
final class PreviewSettings {

  static final List<String> KEYS = List.of("editor");

  private final Optional<Fields> preview;
  private final Problems problems;

  PreviewSettings(Optional<Fields> preview, Problems problems) {
    this.preview = preview;
    this.problems = problems;
  }

  Optional<EditorLink> editor() {
    Optional<String> text = preview.flatMap(p -> p.text("editor")).filter(e -> !e.isBlank());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String pattern = EditorLink.KNOWN.getOrDefault(text.get(), text.get());
    Optional<EditorLink.Mistake> mistake = EditorLink.mistake(pattern);
    if (mistake.isEmpty()) {
      return Optional.of(new EditorLink(pattern));
    }
    problems.add(
        ProblemCode.BAD_SETTINGS,
        preview.orElseThrow().at("editor"),
        mistake.get().message(),
        mistake.get().hint());
    return Optional.empty();
  }
}
