package dev.levee.build;

import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.picture.Pictures;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.raster.RasterFormat;
import dev.levee.site.Route;
import dev.levee.source.Stamp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Stages the files that lie beside articles: pictures without what they say beside themselves, all
/// others as they are. Safe to use from several threads.
final class StagedResources {

  private final FileMemory memory;
  private final Staging staging;
  private final Problems problems;

  StagedResources(FileMemory memory, Staging staging, Problems problems) {
    this.memory = memory;
    this.staging = staging;
    this.problems = problems;
  }

  /// Stages a file. That it cannot be published is a problem.
  ///
  /// @return whether the destination will change
  boolean stage(Route.Resource resource) throws IOException {
    String path = resource.file().path();
    String output = resource.path().file();
    Stamp stamp = resource.file().stamp();
    OptionalLong digest = memory.recall(path, stamp);
    if (digest.isPresent()
        && staging.keep(OutputPath.of(output), Kind.PICTURE, digest.getAsLong())) {
      memory.note(path, stamp, digest.getAsLong());
      return false;
    }
    Path file = resource.file().file();
    byte[] head = head(file);
    Optional<RasterFormat> format = RasterFormat.of(head);
    Output copy = Output.copy(output, Kind.PICTURE, file);
    if (format.equals(Optional.of(RasterFormat.TIFF))) {
      problems.add(
          ProblemCode.UNSTRIPPED_PICTURE,
          resource.origin(),
          "this is TIFF, and what it says of where and by whom it was made cannot be taken out",
          Pictures.SAVE_AGAIN);
      // with an error nothing is published, and a warning is to be said in the next build as well
      return staging.add(copy).file().isPresent();
    }
    Optional<Output> published = Optional.of(copy);
    if (format.isPresent()) {
      published = picture(resource, output, stamp.size());
    } else if (Pictures.isPicture(path)) {
      published = stripped(resource, output, head);
    }
    if (published.isEmpty()) {
      return true;
    }
    Staged staged = staging.add(published.get());
    memory.note(path, stamp, staged.digest().prefix());
    return staged.file().isPresent();
  }

  /// The bytes tell what a file is: the ending of its name may say anything.
  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(RasterFormat.HEAD);
    }
  }

  private Optional<Output> picture(Route.Resource resource, String output, long size)
      throws IOException {
    if (size > Pictures.MAX_SIZE) {
      Stripping.refuse(resource.origin(), Pictures.TOO_LARGE, problems);
      return Optional.empty();
    }
    return stripped(resource, output, Files.readAllBytes(resource.file().file()));
  }

  private Optional<Output> stripped(Route.Resource resource, String output, byte[] bytes) {
    return Stripping.stripped(bytes, resource.origin(), problems)
        .map(stripped -> Output.of(output, Kind.PICTURE, stripped));
  }
}
