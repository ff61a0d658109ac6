package dev.levee.picture;

import dev.levee.raster.Header;
import dev.levee.raster.Photograph;
import dev.levee.raster.UnusableException;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.source.Stamp;
import dev.levee.trace.Hash;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of pictures: of a file that has not been touched since an earlier build without
/// reading it, of one whose bytes are known from elsewhere without looking at its pixels. Safe to
/// use from several threads.
public final class PictureMemory {

  /// Changes with what is kept and how.
  private static final String FORM = "levee-pictures 2 " + Photograph.VERSION;

  private final Map<String, Known> before;
  private final Map<Long, Facts> byDigest = new ConcurrentHashMap<>();
  private final Map<String, Known> now = new ConcurrentHashMap<>();

  private volatile boolean news;

  /// @param trusted whether the file cannot have changed since without another stamp
  private record Known(Stamp stamp, boolean trusted, Facts facts) {}

  private PictureMemory(Map<String, Known> before) {
    this.before = before;
    before.values().forEach(known -> byDigest.put(known.facts.digest(), known.facts));
  }

  /// Nothing is known yet.
  public static PictureMemory empty() {
    return new PictureMemory(Map.of());
  }

  /// What is known of a picture as its stamp says it is, now if not before.
  ///
  /// @param maxMegapixels of a picture that has more no pixel is read
  Facts facts(ResourceFile file, int maxMegapixels) {
    Known known = now.get(file.path());
    return known != null && isOf(known, file, maxMegapixels)
        ? known.facts
        : now.compute(
                file.path(),
                (path, other) ->
                    other != null && isOf(other, file, maxMegapixels)
                        ? other
                        : known(file, maxMegapixels))
            .facts;
  }

  private static boolean isOf(Known known, ResourceFile file, int maxMegapixels) {
    return known.stamp.equals(file.stamp()) && isEnough(known.facts, maxMegapixels);
  }

  private Known known(ResourceFile file, int maxMegapixels) {
    try {
      Stamp stamp = file.stamp();
      Known known = before.get(file.path());
      if (known != null && known.trusted && isOf(known, file, maxMegapixels)) {
        return known;
      }
      news = true;
      return new Known(stamp, true, read(file.file(), stamp.size(), maxMegapixels));
    } catch (IOException e) {
      Stamp none = new Stamp(0, 0, 0, 0);
      return new Known(none, false, Facts.unusable(Hash.ABSENT, "cannot be read"));
    }
  }

  private Facts read(Path file, long size, int maxMegapixels) throws IOException {
    if (size > Pictures.MAX_SIZE) {
      return Facts.unusable(size, Pictures.TOO_LARGE);
    }
    byte[] bytes = Files.readAllBytes(file);
    long digest = Hash.of(bytes);
    Facts same = byDigest.get(digest);
    Facts facts =
        same != null && isEnough(same, maxMegapixels) ? same : look(bytes, digest, maxMegapixels);
    byDigest.put(digest, facts);
    return facts;
  }

  private static boolean isEnough(Facts facts, int maxMegapixels) {
    return facts.tint() != Facts.NOT_SEEN
        || !facts.fault().isEmpty()
        || !isLookedAt(facts.header().orElseThrow(), maxMegapixels);
  }

  private static boolean isLookedAt(Header header, int maxMegapixels) {
    return header.canBeScaled() && header.pixels() <= maxMegapixels * 1_000_000L;
  }

  private static Facts look(byte[] bytes, long digest, int maxMegapixels) {
    Optional<Header> header = Optional.empty();
    try {
      header = Optional.of(Header.of(bytes));
      int tint =
          isLookedAt(header.get(), maxMegapixels)
              ? new Photograph(bytes, header.get()).tint()
              : Facts.NOT_SEEN;
      return new Facts(digest, header, tint, "");
    } catch (UnusableException e) {
      // one whose pixels are damaged still has the size that says whether they may be looked at
      return new Facts(digest, header, Facts.NOT_SEEN, e.why());
    }
  }

  /// Whether the next build would know anything else than this one did.
  boolean isNews() {
    return news || now.size() != before.size();
  }

  byte[] packed(long scanned) {
    Pack pack = new Pack().text(FORM).fixed(scanned);
    pack.list(
        now.entrySet(),
        entry -> {
          pack.text(entry.getKey());
          entry.getValue().stamp.pack(pack);
          entry.getValue().facts.pack(pack);
        });
    return pack.bytes();
  }

  /// Reads what [#packed] gave; what is of another form is as good as nothing.
  static PictureMemory unpacked(byte[] packed) {
    try {
      Unpack in = new Unpack(packed);
      if (!in.text().equals(FORM)) {
        return empty();
      }
      long scanned = in.fixed();
      Map<String, Known> before = new HashMap<>();
      in.list(() -> {
        String path = in.text();
        Stamp stamp = Stamp.unpack(in);
        Known known = new Known(stamp, stamp.isOlderThan(scanned), Facts.unpack(in));
        return before.put(path, known) == null;
      });
      return new PictureMemory(before);
    } catch (RuntimeException e) {
      return empty();
    }
  }
}
