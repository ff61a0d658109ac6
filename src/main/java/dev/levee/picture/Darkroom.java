package dev.levee.picture;

import dev.levee.picture.Pictures.Fault;
import dev.levee.problem.ProblemCode;
import dev.levee.raster.Avifenc;
import dev.levee.raster.Header;
import dev.levee.raster.Photograph;
import dev.levee.raster.RasterFormat;
import dev.levee.raster.UnusableException;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.trace.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/// Makes renditions: each picture is read once for all that is wanted of it, and as many pictures
/// are in work at a time as there are threads and as their pixels find room in memory.
public final class Darkroom {

  private static final int BYTES_A_PERMIT = 8_192;

  private final Pictures pictures;
  private final Shelf shelf;
  private final int room;
  private final Semaphore free;

  /// @param memory how many bytes may be taken
  public Darkroom(Pictures pictures, Shelf shelf, long memory) {
    this.pictures = pictures;
    this.shelf = shelf;
    this.room = Math.clamp(memory / BYTES_A_PERMIT, 1, 1 << 30);
    this.free = new Semaphore(room);
  }

  /// Makes renditions and puts them on the shelf.
  ///
  /// @param progress is told how many are done, of how many
  /// @return why nothing can be made of some pictures, by their paths
  /// @throws UncheckedIOException when a rendition cannot be written
  public Map<String, Fault> make(
      Collection<Rendition> wanted, BiConsumer<Integer, Integer> progress) {
    Map<String, List<Rendition>> bySource = new LinkedHashMap<>();
    wanted.forEach(r -> bySource.computeIfAbsent(r.source(), s -> new ArrayList<>()).add(r));
    AtomicInteger done = new AtomicInteger();
    Map<String, Fault> faults = new ConcurrentHashMap<>();
    bySource.entrySet().parallelStream()
        .forEach(of -> {
          try {
            make(of.getKey(), of.getValue(), () -> tell(done, wanted.size(), progress))
                .ifPresent(fault -> faults.put(of.getKey(), fault));
          } catch (UnusableException e) {
            faults.put(
                of.getKey(), new Fault(ProblemCode.LOST_PICTURE, e.why(), Pictures.SAVE_AGAIN));
          }
        });
    return faults;
  }

  private static void tell(AtomicInteger done, int all, BiConsumer<Integer, Integer> progress) {
    progress.accept(done.incrementAndGet(), all);
  }

  private Optional<Fault> make(String source, List<Rendition> wanted, Runnable made) {
    ResourceFile file = pictures.file(source).orElseThrow();
    try {
      byte[] bytes = Files.readAllBytes(file.file());
      if (Hash.of(bytes) != wanted.getFirst().digest()) {
        throw new IOException(file.path() + " was changed while the site was built");
      }
      Header header = Header.of(bytes);
      long memory = Photograph.memory(header, bytes.length) + memoryOfAvifenc(wanted);
      int taken = Math.clamp(memory / BYTES_A_PERMIT, 1, room);
      free.acquireUninterruptibly(taken);
      try {
        Photograph photograph = new Photograph(bytes, header);
        for (Rendition r : wanted) {
          if (r.format() == RasterFormat.AVIF) {
            Optional<Fault> fault = putAvif(photograph, r);
            if (fault.isPresent()) {
              return fault;
            }
          } else {
            shelf.put(r, photograph.file(r.part(), r.width(), r.height(), r.format(), r.quality()));
          }
          made.run();
        }
        return Optional.empty();
      } finally {
        free.release(taken);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a program takes is no memory of ours, but of the same machine.
  private static long memoryOfAvifenc(List<Rendition> wanted) {
    long most = 0;
    for (Rendition r : wanted) {
      if (r.format() == RasterFormat.AVIF) {
        most = Math.max(most, Avifenc.memory(r.width(), r.height()));
      }
    }
    return most;
  }

  /// Pages name it already, so that it cannot be left out.
  private Optional<Fault> putAvif(Photograph photograph, Rendition r) throws IOException {
    byte[] bytes;
    try {
      bytes = photograph.avif(r.part(), r.width(), r.height(), r.quality(), pictures.avifenc());
    } catch (IOException e) {
      return Optional.of(
          new Fault(
              ProblemCode.LOST_PICTURE,
              "cannot be made as AVIF, avifenc failed: " + e.getMessage(),
              "build again; 'avif: false' of 'pictures' in the settings does without it"));
    }
    shelf.put(r, bytes);
    return Optional.empty();
  }
}
