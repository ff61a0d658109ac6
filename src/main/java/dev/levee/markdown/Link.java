package dev.levee.markdown;

import dev.levee.problem.Location;

/// A link as its author wrote it.
///
/// @param destination where it leads, its escapes undone
/// @param at where it stands
public record Link(String destination, Location at) {}
