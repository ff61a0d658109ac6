package dev.levee.publish;

import dev.levee.deliver.SaidHeaders;
import dev.levee.output.DirectoryTarget;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The site that a build left in a folder.
public final class SiteFolder implements Offer {

  private static final OutputPath HEADERS = OutputPath.of("_headers");

  /// What only hosts read that take a folder as it is.
  private static final Set<OutputPath> NOT_FOR_STORES =
      Set.of(HEADERS, OutputPath.of("_redirects"));

  /// The headers that stores may keep with a file.
  private static final List<String> KEPT =
      List.of("Content-Type", "Cache-Control", "Content-Encoding", "Content-Disposition");

  private final DirectoryTarget folder;
  private final String base;
  private final String commit;
  private final List<Refusal> refusals;
  private final Manifest noted;
  private final List<OutputPath> paths;

  /// The site in a folder, which must stay open until it is published.
  ///
  /// @param base the path of the site's URL, without a slash at its end
  /// @param precompressed whether compressed forms of files are part of it
  /// @param commit see [Candidate]
  /// @param refusals what speaks against it
  /// @throws IOException when there is no site
  public SiteFolder(
      DirectoryTarget folder,
      String base,
      boolean precompressed,
      String commit,
      List<Refusal> refusals)
      throws IOException {
    this.folder = folder;
    this.base = base;
    this.commit = commit;
    this.refusals = List.copyOf(refusals);
    this.noted = folder.noted();
    this.paths =
        noted.entries().entrySet().stream()
            .filter(e -> precompressed || e.getValue().kind() != Kind.VARIANT)
            .map(Map.Entry::getKey)
            .filter(path -> !NOT_FOR_STORES.contains(path))
            .toList();
  }

  @Override
  public List<OutputPath> paths() {
    return paths;
  }

  /// @throws IOException when a file was changed since the site was built
  @Override
  public Candidate candidate() throws IOException {
    folder.checkIs(noted);
    Optional<Manifest.Known> said = noted.known(HEADERS);
    String text = said.isPresent() ? Files.readString(folder.file(HEADERS)) : "";
    SaidHeaders headers = SaidHeaders.read(text, base);
    Map<Map<String, String>, ItemHeaders> shared = new HashMap<>();
    SortedMap<OutputPath, Item> items = new TreeMap<>();
    for (OutputPath path : paths) {
      Manifest.Known known = noted.known(path).orElseThrow();
      Map<String, String> kept = headers.of(path.value());
      kept.keySet().retainAll(KEPT);
      ItemHeaders its = shared.computeIfAbsent(kept, ItemHeaders::new);
      items.put(path, new Item(known.kind(), known.digest(), known.size(), its, ""));
    }
    return new Candidate(items, commit, refusals, (path, item) -> bytes(folder.file(path)));
  }

  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError e) {
      throw new IOException("'" + file + "' is too large to be published", e);
    }
  }
}
