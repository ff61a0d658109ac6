package dev.levee.build;

import dev.levee.site.Publication;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What one build is asked for.
///
/// @param source the folder of the site
/// @param settings the settings file
/// @param destination where the site goes, instead of where the settings say
/// @param url where the site will stand, instead of what the settings say
/// @param jobs how many threads render
/// @param path the folders in which programs are looked for that some settings ask for, as the
///   environment's `PATH` lists them
public record BuildOptions(
    Path source,
    Path settings,
    Optional<Path> destination,
    Optional<URI> url,
    Publication publication,
    int jobs,
    Set<Mode> modes,
    String path) {

  /// What a build is told to do otherwise.
  public enum Mode {

    /// Warnings keep the site from being replaced, as errors do.
    STRICT,

    /// What earlier builds left in `.levee/` is not looked at.
    CLEAN,

    /// Compressed variants are written, whatever the settings say.
    PRECOMPRESS,

    /// Pages are of text alone, for the day when everybody comes.
    SURGE
  }

  public BuildOptions {
    modes = Set.copyOf(modes);
  }

  /// A build of a folder at a moment with everything else as the settings say.
  public static BuildOptions of(Path source, Publication publication) {
    return new BuildOptions(
        source,
        source.resolve("levee.yaml"),
        Optional.empty(),
        Optional.empty(),
        publication,
        Runtime.getRuntime().availableProcessors(),
        Set.of(),
        "");
  }

  /// Whether it is told so.
  public boolean is(Mode mode) {
    return modes.contains(mode);
  }

  /// The same, told so or not.
  public BuildOptions with(Mode mode, boolean told) {
    Set<Mode> others = EnumSet.noneOf(Mode.class);
    others.addAll(modes);
    if (told) {
      others.add(mode);
    } else {
      others.remove(mode);
    }
    return new BuildOptions(source, settings, destination, url, publication, jobs, others, path);
  }

  /// The same, wherever this process goes.
  public BuildOptions absolute() {
    return new BuildOptions(
        source.toAbsolutePath().normalize(),
        settings.toAbsolutePath().normalize(),
        destination,
        url,
        publication,
        jobs,
        modes,
        path);
  }

  public BuildOptions withSettings(Path other) {
    return new BuildOptions(source, other, destination, url, publication, jobs, modes, path);
  }

  public BuildOptions withDestination(Path other) {
    return new BuildOptions(
        source, settings, Optional.of(other), url, publication, jobs, modes, path);
  }

  public BuildOptions withUrl(URI other) {
    return new BuildOptions(
        source, settings, destination, Optional.of(other), publication, jobs, modes, path);
  }

  public BuildOptions withJobs(int other) {
    return new BuildOptions(source, settings, destination, url, publication, other, modes, path);
  }

  public BuildOptions withPath(String other) {
    return new BuildOptions(source, settings, destination, url, publication, jobs, modes, other);
  }
}
