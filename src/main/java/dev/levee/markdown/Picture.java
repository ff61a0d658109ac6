package dev.levee.markdown;

import dev.levee.problem.Location;

/// A picture as its author wrote it.
///
/// @param destination the file or address, its escapes undone
/// @param alt what it shows, in plain text
/// @param title the caption; empty when there is none
/// @param at where it stands
public record Picture(String destination, String alt, String title, Location at) {}
