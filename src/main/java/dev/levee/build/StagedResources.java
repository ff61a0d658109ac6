package dev.levee.build;

import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.source.Stamp;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Stages the files that lie beside articles, those that have not changed without a look. Safe to
/// use from several threads.
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
    Problems found = new Problems();
    Optional<Output> published = PublishedResource.of(resource, found);
    problems.addAll(found.added());
    if (published.isEmpty()) {
      return true;
    }
    Staged staged = staging.add(published.get());
    // what is wrong is to be said in the next build as well
    if (found.added().isEmpty()) {
      memory.note(path, stamp, staged.digest().prefix());
    }
    return staged.file().isPresent();
  }
}
