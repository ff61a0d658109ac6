package dev.levee.compress;

import dev.levee.deliver.MediaTypes;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.trace.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Stages compressed forms of all files of text that gain by it.
public final class Compression {

  /// Smaller files fit into one packet with their headers.
  private static final int LEAST = 1_000;

  /// What gains less than one part in so many is not worth another file.
  private static final int LEAST_GAIN = 20;

  private final Path destination;
  private final Staging staging;
  private final KeptFiles kept;
  private final AtomicInteger made = new AtomicInteger();

  /// @param destination where files are that did not have to be staged again
  /// @param kept the folder for what was made
  public Compression(Path destination, Staging staging, Path kept) {
    this.destination = destination;
    this.staging = staging;
    this.kept = new KeptFiles(kept, false);
  }

  /// Stages the forms of everything that is staged so far, in parallel.
  ///
  /// @param progress is told how many files are done
  /// @return how many forms had to be made, the others having been kept from earlier builds
  public int stage(Problems problems, IntConsumer progress) {
    List<Encoding> encodings = new ArrayList<>(List.of(Encoding.values()));
    if (!Brotli.isThere()) {
      encodings.remove(Encoding.BR);
      problems.add(
          ProblemCode.NO_BROTLI,
          Location.of("*.br"),
          "there is no Brotli for this machine, so files are compressed with gzip only",
          "build on another machine, or switch this off");
    }
    List<Staged> files = staging.staged();
    Set<String> taken = new HashSet<>();
    files.forEach(file -> taken.add(file.path().value()));
    AtomicInteger done = new AtomicInteger();
    files.parallelStream()
        .filter(Compression::mayGain)
        .forEach(file -> {
          for (Encoding encoding : encodings) {
            if (!taken.contains(file.path() + encoding.ending())) {
              stage(file, encoding);
            }
          }
          progress.accept(done.incrementAndGet());
        });
    return made.get();
  }

  /// Forgets forms of what is published no longer.
  public void removeUnused() {
    kept.removeUnused();
  }

  /// What hosts read themselves is not sent to anyone.
  private static boolean mayGain(Staged file) {
    String path = file.path().value();
    return file.size() >= LEAST && MediaTypes.isText(MediaTypes.of(path));
  }

  private void stage(Staged file, Encoding encoding) {
    boolean best = file.kind() == Kind.ASSET;
    String key = file.digest().hex() + "-" + encoding.how(best);
    try {
      byte[] form = kept.read(key).orElse(null);
      if (form == null) {
        form = form(file, encoding, best);
        keep(key, form);
        made.incrementAndGet();
      }
      if (form.length > 0) {
        staging.add(Output.of(file.path() + encoding.ending(), Kind.VARIANT, form));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(String key, byte[] form) {
    try {
      kept.write(key, form);
    } catch (IOException e) {
      // the next build makes it again
    }
  }

  /// An empty one where nothing is gained by it.
  private byte[] form(Staged file, Encoding encoding, boolean best) throws IOException {
    byte[] bytes =
        Files.readAllBytes(file.file().orElseGet(() -> destination.resolve(file.path().value())));
    byte[] form = encoding.compress(bytes, best);
    return form.length <= bytes.length - bytes.length / LEAST_GAIN ? form : new byte[0];
  }
}
