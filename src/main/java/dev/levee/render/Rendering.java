package dev.levee.render;

import dev.levee.problem.Problem;
import dev.levee.trace.Reads;
import java.util.List;
import java.util.Optional;

/// What came of rendering a page.
///
/// @param html nothing when its template failed
/// @param reads what the page asked
/// @param problems what is wrong with what it shows
public record Rendering(Optional<String> html, Reads reads, List<Problem> problems) {}
