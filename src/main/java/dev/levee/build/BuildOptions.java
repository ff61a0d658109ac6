package dev.levee.build;

import dev.levee.site.Publication;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What one build is asked for.
///
/// @param source the folder of the site
/// @param settings the settings file
/// @param destination where the site goes, instead of where the settings say
/// @param url where the site will stand, instead of what the settings say
/// @param jobs how many threads render
/// @param strict whether warnings keep the site from being replaced, as errors do
/// @param clean whether what earlier builds left in `.levee/` is not looked at
/// @param precompress whether compressed variants are written, whatever the settings say
/// @param surge whether pages are of text alone, for the day when everybody comes
/// @param path the folders in which programs are looked for that some settings ask for, as the
///   environment's `PATH` lists them
public record BuildOptions(
    Path source,
    Path settings,
    Optional<Path> destination,
    Optional<URI> url,
    Publication publication,
    int jobs,
    boolean strict,
    boolean clean,
    boolean precompress,
    boolean surge,
    String path) {

  /// A build of a folder at a moment with everything else as the settings say.
  public static BuildOptions of(Path source, Publication publication) {
    return new BuildOptions(
        source,
        source.resolve("levee.yaml"),
        Optional.empty(),
        Optional.empty(),
        publication,
        Runtime.getRuntime().availableProcessors(),
        false,
        false,
        false,
        false,
        "");
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
        strict,
        clean,
        precompress,
        surge,
        path);
  }

  public BuildOptions withSettings(Path other) {
    return new BuildOptions(
        source,
        other,
        destination,
        url,
        publication,
        jobs,
        strict,
        clean,
        precompress,
        surge,
        path);
  }

  public BuildOptions withDestination(Path other) {
    return new BuildOptions(
        source,
        settings,
        Optional.of(other),
        url,
        publication,
        jobs,
        strict,
        clean,
        precompress,
        surge,
        path);
  }

  public BuildOptions withUrl(URI other) {
    return new BuildOptions(
        source,
        settings,
        destination,
        Optional.of(other),
        publication,
        jobs,
        strict,
        clean,
        precompress,
        surge,
        path);
  }

  public BuildOptions withJobs(int other) {
    return new BuildOptions(
        source,
        settings,
        destination,
        url,
        publication,
        other,
        strict,
        clean,
        precompress,
        surge,
        path);
  }

  public BuildOptions withStrict(boolean other) {
    return new BuildOptions(
        source,
        settings,
        destination,
        url,
        publication,
        jobs,
        other,
        clean,
        precompress,
        surge,
        path);
  }

  public BuildOptions withClean(boolean other) {
    return new BuildOptions(
        source,
        settings,
        destination,
        url,
        publication,
        jobs,
        strict,
        other,
        precompress,
        surge,
        path);
  }

  public BuildOptions withPrecompress(boolean other) {
    return new BuildOptions(
        source, settings, destination, url, publication, jobs, strict, clean, other, surge, path);
  }

  public BuildOptions withSurge(boolean other) {
    return new BuildOptions(
        source,
        settings,
        destination,
        url,
        publication,
        jobs,
        strict,
        clean,
        precompress,
        other,
        path);
  }

  public BuildOptions withPath(String other) {
    return new BuildOptions(
        source,
        settings,
        destination,
        url,
        publication,
        jobs,
        strict,
        clean,
        precompress,
        surge,
        other);
  }
}
