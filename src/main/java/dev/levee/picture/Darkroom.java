package dev.levee.picture;

import dev.levee.raster.Header;
import dev.levee.raster.Photograph;
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
  /// @return why some pictures cannot be read, as the end of a sentence, by their paths
  /// @throws UncheckedIOException when a rendition cannot be written
  public Map<String, String> make(
      Collection<Rendition> wanted, BiConsumer<Integer, Integer> progress) {
    Map<String, List<Rendition>> bySource = new LinkedHashMap<>();
    wanted.forEach(r -> bySource.computeIfAbsent(r.source(), s -> new ArrayList<>()).add(r));
    AtomicInteger done = new AtomicInteger();
    Map<String, String> unusable = new ConcurrentHashMap<>();
    bySource.entrySet().parallelStream()
        .forEach(of -> {
          try {
            make(of.getKey(), of.getValue(), () -> tell(done, wanted.size(), progress));
          } catch (UnusableException e) {
            unusable.put(of.getKey(), e.why());
          }
        });
    return unusable;
  }

  private static void tell(AtomicInteger done, int all, BiConsumer<Integer, Integer> progress) {
    progress.accept(done.incrementAndGet(), all);
  }

  private void make(String source, List<Rendition> wanted, Runnable made) {
    ResourceFile file = pictures.file(source).orElseThrow();
    try {
      byte[] bytes = Files.readAllBytes(file.file());
      if (Hash.of(bytes) != wanted.getFirst().digest()) {
        throw new IOException(file.path() + " was changed while the site was built");
      }
      Header header = Header.of(bytes);
      int taken = Math.clamp(Photograph.memory(header, bytes.length) / BYTES_A_PERMIT, 1, room);
      free.acquireUninterruptibly(taken);
      try {
        Photograph photograph = new Photograph(bytes, header);
        for (Rendition r : wanted) {
          shelf.put(r, photograph.file(r.part(), r.width(), r.height(), r.format(), r.quality()));
          made.run();
        }
      } finally {
        free.release(taken);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
