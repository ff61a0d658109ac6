package dev.levee.markdown;

import dev.levee.problem.Location;

/// A link or picture in raw HTML as its author wrote it.
///
/// @param destination the value of the attribute, character references undone
/// @param at where the value stands
public record RawLink(String destination, LinkResolver.Kind kind, Location at) {}
