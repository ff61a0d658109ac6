package dev.levee.build;

import dev.levee.output.Applied;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What came of a build.
///
/// @param applied what was done to the destination; nothing at all when there were errors
/// @param articles how many articles are published
/// @param pages how many pages for people the site has
public record BuildReport(
    Path destination,
    Optional<Applied> applied,
    int articles,
    int pages,
    Duration time,
    Metrics metrics) {}
