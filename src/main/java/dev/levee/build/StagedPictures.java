package dev.levee.build;

import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.picture.Darkroom;
import dev.levee.picture.Pictures;
import dev.levee.picture.Pictures.Fault;
import dev.levee.picture.Recipe;
import dev.levee.picture.Rendition;
import dev.levee.picture.Shelf;
import dev.levee.problem.ProblemCode;
import dev.levee.source.Stamp;
import dev.levee.trace.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Stages the smaller pictures that pages use: as the destination holds them, else as an earlier
/// build has left them, else made now.
final class StagedPictures {

  private static final Fault CHANGED =
      new Fault(ProblemCode.LOST_PICTURE, "was changed while it was in work", Pictures.SAVE_AGAIN);

  private final Pictures pictures;
  private final Shelf shelf;
  private final Darkroom darkroom;
  private final FileMemory memory;
  private final Staging staging;

  StagedPictures(
      Pictures pictures, Shelf shelf, Darkroom darkroom, FileMemory memory, Staging staging) {
    this.pictures = pictures;
    this.shelf = shelf;
    this.darkroom = darkroom;
    this.memory = memory;
    this.staging = staging;
  }

  /// Stages what pages that were made, and those that were kept, have asked for.
  ///
  /// @param asked all questions about pictures
  /// @return why some are lacking, by the paths of their pictures
  Map<String, Fault> stage(Collection<Question> asked, Progress progress) throws IOException {
    List<Rendition> missing = new ArrayList<>();
    Map<String, Rendition> made = new LinkedHashMap<>();
    for (Rendition rendition : wanted(asked).values()) {
      if (!isStaged(rendition)) {
        missing.add(rendition);
        // the same picture may lie in two places
        made.putIfAbsent(rendition.key(), rendition);
      }
    }
    if (missing.isEmpty()) {
      return Map.of();
    }
    Map<String, Fault> faults =
        darkroom.make(made.values(), (done, all) -> progress.at("pictures", done, all));
    Map<String, Fault> lost = new TreeMap<>();
    for (Rendition rendition : missing) {
      if (!isStaged(rendition)) {
        // of two pictures with the same bytes one was read
        String read = made.getOrDefault(rendition.key(), rendition).source();
        lost.put(rendition.source(), faults.getOrDefault(read, CHANGED));
      }
    }
    return lost;
  }

  private Map<String, Rendition> wanted(Collection<Question> asked) {
    Map<String, Rendition> wanted = new TreeMap<>();
    for (Question question : asked) {
      pictures
          .renditions(question.first(), Recipe.of(question.second()))
          .ifPresent(found -> found.all().forEach(r -> wanted.put(r.path().file(), r)));
    }
    return wanted;
  }

  private boolean isStaged(Rendition rendition) throws IOException {
    String output = rendition.path().file();
    Optional<Path> file = shelf.file(rendition);
    if (file.isEmpty()) {
      return false;
    }
    Stamp stamp = Stamp.of(file.get());
    OptionalLong digest = memory.recall(output, stamp);
    if (digest.isPresent()
        && staging.keep(OutputPath.of(output), Kind.PICTURE, digest.getAsLong())) {
      memory.note(output, stamp, digest.getAsLong());
      return true;
    }
    Optional<byte[]> bytes = shelf.bytes(rendition);
    if (bytes.isEmpty()) {
      return false;
    }
    Staged staged = staging.add(Output.of(output, Kind.PICTURE, bytes.get()));
    memory.note(output, stamp, staged.digest().prefix());
    return true;
  }
}
