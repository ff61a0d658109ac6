package dev.levee.asset;

import dev.levee.asset.AssetFile.Form;
import dev.levee.asset.AssetFile.Link;
import dev.levee.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers what has to be published: some assets and all that they name.
final class Publishing {

  private final AssetFiles files;
  private final Fingerprints fingerprints;
  private final Bundles bundles;
  private final Workshop workshop;
  private final Problems problems;
  private final SortedMap<String, byte[]> published = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<AssetFile> open = new ArrayDeque<>();
  private @Nullable String firstText;

  /// @param problems takes what is wrong with what is published
  Publishing(
      AssetFiles files,
      Fingerprints fingerprints,
      Bundles bundles,
      Workshop workshop,
      Problems problems) {
    this.files = files;
    this.fingerprints = fingerprints;
    this.bundles = bundles;
    this.workshop = workshop;
    this.problems = problems;
  }

  /// Adds an asset, if there is one of that name.
  void add(String name) {
    if (files.has(name) && seen.add(name)) {
      AssetFile file = files.get(name);
      open.add(file);
      if (file.form() != Form.OTHER) {
        workshop.begin(file); // with others, before anybody waits for it
      }
    }
  }

  /// Adds what a file names, and not the file.
  void addWhatItNames(AssetFile file) {
    if (firstText == null || file.name().compareTo(firstText) < 0) {
      firstText = file.name();
    }
    problems.addAll(workshop.made(file).problems());
    boolean bundled = bundles.isBundled(file);
    for (AssetFile part : bundles.parts(file)) {
      problems.addAll(files.problems(part));
      for (Link link : part.links()) {
        if (!bundled || !link.part()) {
          link.asset().ifPresent(this::add);
        }
      }
    }
  }

  /// Everything by its path.
  SortedMap<String, byte[]> finish() {
    while (!open.isEmpty()) {
      AssetFile file = open.remove();
      if (file.form() == Form.OTHER) {
        published.put(AssetFiles.FOLDER + fingerprints.path(file.name()), file.bytes());
        continue;
      }
      for (Made.Text text : workshop.made(file).files()) {
        published.put(
            AssetFiles.FOLDER + text.path(), text.published().getBytes(StandardCharsets.UTF_8));
      }
      addWhatItNames(file);
    }
    return published;
  }

  /// The first of the style sheets and scripts among it, by its name.
  Optional<String> firstText() {
    return Optional.ofNullable(firstText);
  }
}
