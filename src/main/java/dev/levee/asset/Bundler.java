package dev.levee.asset;

import static java.util.Objects.requireNonNull;

import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Has esbuild make style sheets and scripts, and puts what it says of them at their places.
final class Bundler {

  private final AssetFiles files;
  private final Fingerprints fingerprints;
  private final Bundles bundles;
  private final Esbuild esbuild;

  Bundler(AssetFiles files, Fingerprints fingerprints, Bundles bundles, Esbuild esbuild) {
    this.files = files;
    this.fingerprints = fingerprints;
    this.bundles = bundles;
    this.esbuild = esbuild;
  }

  /// Makes style sheets and scripts, all at once.
  ///
  /// @param made is told what comes of each as soon as it is there
  /// @throws IOException when esbuild cannot run
  void make(List<AssetFile> batch, BiConsumer<AssetFile, Made> made) throws IOException {
    List<List<AssetFile>> jobs = new ArrayList<>();
    Map<String, List<AssetFile>> together = new TreeMap<>();
    for (AssetFile file : batch) {
      if (bundles.splits(file)) {
        jobs.add(List.of(file));
      } else {
        together
            .computeIfAbsent(file.form() + " " + bundles.isBundled(file), kind -> new ArrayList<>())
            .add(file);
      }
    }
    jobs.addAll(together.values());
    List<Esbuild.Run> runs = new ArrayList<>();
    try {
      List<Map<String, Rewritten>> inputs = new ArrayList<>();
      for (List<AssetFile> job : jobs) {
        Map<String, Rewritten> texts = inputs(job);
        inputs.add(texts);
        runs.add(esbuild.start(job(job, texts, false)));
      }
      for (int i = 0; i < runs.size(); i++) {
        deliver(jobs.get(i), inputs.get(i), runs.get(i).finish(), made);
      }
    } catch (IOException e) {
      runs.forEach(Esbuild.Run::stop);
      throw e;
    }
  }

  /// Which places in its sources those in a style sheet or script come from, as a source map
  /// (ECMA-426).
  ///
  /// @param path of the file that is published, below the folder of assets
  /// @throws IOException when esbuild cannot run
  Optional<String> map(AssetFile file, String path) throws IOException {
    List<AssetFile> entries = List.of(file);
    Esbuild.Result result = esbuild.start(mapped(job(entries, inputs(entries), true))).finish();
    return Optional.ofNullable(result.files().get(path + ".map"))
        .map(map -> map.replace(Made.TO_ASSETS, "/" + AssetFiles.FOLDER));
  }

  /// The same job where inputs that come of others say of which.
  private Esbuild.Job mapped(Esbuild.Job job) {
    Map<String, String> texts = new TreeMap<>(job.inputs());
    texts.replaceAll((name, text) ->
        AssetFiles.isSass(name)
            ? text + "/*# sourceMappingURL=data:application/json;base64," + base64(name) + " */\n"
            : text);
    return new Esbuild.Job(
        job.form(), job.entries(), texts, job.bundles(), job.splits(), job.maps());
  }

  private String base64(String name) {
    byte[] map = files.map(name).json().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(map);
  }

  private Map<String, Rewritten> inputs(List<AssetFile> entries) {
    Map<String, Rewritten> texts = new TreeMap<>();
    for (AssetFile entry : entries) {
      boolean bundled = bundles.isBundled(entry);
      for (AssetFile part : bundles.parts(entry)) {
        texts.computeIfAbsent(
            part.name(), name -> new Rewritten(part, link -> bundles.name(part, link, bundled)));
      }
    }
    return texts;
  }

  private Esbuild.Job job(List<AssetFile> entries, Map<String, Rewritten> inputs, boolean maps) {
    AssetFile first = entries.getFirst();
    Map<String, String> paths = new TreeMap<>();
    entries.forEach(entry -> paths.put(entry.name(), fingerprints.path(entry.name())));
    Map<String, String> texts = new TreeMap<>();
    inputs.forEach((name, text) -> texts.put(name, text.text()));
    return new Esbuild.Job(
        first.form(), paths, texts, bundles.isBundled(first), bundles.splits(first), maps);
  }

  private void deliver(
      List<AssetFile> entries,
      Map<String, Rewritten> inputs,
      Esbuild.Result result,
      BiConsumer<AssetFile, Made> made) {
    boolean failed = result.log().stream().anyMatch(EsbuildLog.Entry::error);
    for (AssetFile entry : entries) {
      List<String> parts = bundles.parts(entry).stream().map(AssetFile::name).toList();
      List<Problem> problems = problems(result, inputs, failed ? List.of() : parts);
      List<Made.Text> texts = failed ? List.of() : texts(entry, result);
      List<Problem> strangers = strangers(entry, texts, parts, result);
      made.accept(
          entry, strangers.isEmpty() ? new Made(texts, problems) : new Made(List.of(), strangers));
    }
  }

  private List<Made.Text> texts(AssetFile entry, Esbuild.Result result) {
    List<Made.Text> texts = new ArrayList<>();
    String path = fingerprints.path(entry.name());
    texts.add(new Made.Text(path, requireNonNull(result.files().get(path), path)));
    for (Map.Entry<String, String> other : result.files().entrySet()) {
      if (other.getKey().startsWith("chunks/")) {
        texts.add(new Made.Text(other.getKey(), other.getValue()));
      }
    }
    return texts;
  }

  /// What was taken in and is not among the parts, of which the fingerprint is made: esbuild finds
  /// a file by names that our own reader does not follow, where it is there for another entry.
  private List<Problem> strangers(
      AssetFile entry, List<Made.Text> texts, List<String> parts, Esbuild.Result result) {
    Problems problems = new Problems();
    texts.stream()
        .flatMap(text -> result.sources().getOrDefault(text.path(), Set.of()).stream())
        .filter(source -> !parts.contains(source))
        .forEach(source ->
            problems.add(
                ProblemCode.BAD_ASSET,
                new Location(files.label(entry.name()), 1, 1),
                "this names '" + source + "' in a way that is not followed",
                "import it, with its name in plain quotes"));
    return problems.added();
  }

  /// What a run says of some files, or of all.
  private List<Problem> problems(
      Esbuild.Result result, Map<String, Rewritten> inputs, List<String> parts) {
    Problems problems = new Problems();
    for (EsbuildLog.Entry entry : result.log()) {
      String name = AssetFiles.decoded(entry.file());
      Rewritten input = inputs.get(name);
      if (input == null) {
        entry.report(Location.none(), problems);
      } else if (parts.isEmpty() || parts.contains(name)) {
        AssetFile file = files.get(name);
        int place = input.original(entry.line(), entry.column());
        entry.report(files.location(name, file.text(), place), problems);
      }
    }
    return problems.added();
  }
}
