package dev.levee.output;

/// What was done to a destination.
///
/// @param bytes how many bytes the puts had
public record Applied(int puts, int deletes, int unchanged, long bytes) {}
