package dev.levee.publish;

import dev.levee.deliver.SaidHeaders;
import dev.levee.output.DirectoryTarget;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The site that a build left in a folder, as a candidate.
public final class SiteFolder {

  private static final OutputPath HEADERS = OutputPath.of("_headers");

  /// What only hosts read that take a folder as it is.
  private static final Set<OutputPath> NOT_FOR_STORES =
      Set.of(HEADERS, OutputPath.of("_redirects"));

  /// The headers that stores may keep with a file.
  private static final List<String> KEPT =
      List.of("Content-Type", "Cache-Control", "Content-Encoding", "Content-Disposition");

  private SiteFolder() {}

  /// The site in a folder, which must stay open until it is published.
  ///
  /// @param base the path of the site's URL, without a slash at its end
  /// @param precompressed whether compressed forms of files are part of it
  /// @param commit see [Candidate]
  /// @throws IOException when there is no site, or one that was changed since it was built
  public static Candidate of(
      DirectoryTarget folder, String base, boolean precompressed, String commit)
      throws IOException {
    Manifest built = folder.built();
    Optional<Manifest.Known> said = built.known(HEADERS);
    String text = said.isPresent() ? Files.readString(folder.file(HEADERS)) : "";
    SaidHeaders headers = SaidHeaders.read(text, base);
    SortedMap<OutputPath, Item> items = new TreeMap<>();
    for (OutputPath path : built.entries().keySet()) {
      Manifest.Known known = built.known(path).orElseThrow();
      boolean form = known.kind() == Kind.VARIANT;
      if (!NOT_FOR_STORES.contains(path) && (precompressed || !form)) {
        Map<String, String> kept = new LinkedHashMap<>(headers.of(path.value()));
        kept.keySet().retainAll(KEPT);
        items.put(path, new Item(known.kind(), known.digest(), known.size(), kept, ""));
      }
    }
    return new Candidate(items, commit, (path, item) -> bytes(folder.file(path)));
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError e) {
      throw new IOException("'" + file + "' is too large to be published", e);
    }
  }
}
