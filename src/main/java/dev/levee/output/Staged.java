package dev.levee.output;

import java.nio.file.Path;
import java.util.Optional;

/// An output whose content is known and lies ready.
///
/// @param file the file that holds the content; empty when the destination has the same content
///   already
public record Staged(OutputPath path, Kind kind, Digest digest, long size, Optional<Path> file) {}
