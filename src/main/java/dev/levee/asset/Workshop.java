package dev.levee.asset;

import static java.util.Objects.requireNonNull;

import dev.levee.asset.AssetFile.Form;
import dev.levee.asset.AssetFile.Link;
import dev.levee.config.SiteConfig.AssetRules;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Makes of style sheets and scripts what is published. Whoever orders one need not wait: what is
/// not kept from an earlier build is made by a thread of its own, and what is ordered while it is
/// at it is made in one go afterwards.
final class Workshop implements AutoCloseable {

  private final AssetFiles files;
  private final Fingerprints fingerprints;
  private final AssetRules rules;
  private final AssetCache cache;
  private final Map<String, CompletableFuture<Made>> orders = new ConcurrentHashMap<>();
  private final List<AssetFile> waiting = new ArrayList<>();
  private final Optional<Esbuild> esbuild;
  private @Nullable Thread worker;

  /// @param esbuild empty where there is none, or nothing for it to do
  Workshop(
      AssetFiles files,
      Fingerprints fingerprints,
      AssetRules rules,
      Optional<Esbuild> esbuild,
      AssetCache cache) {
    this.files = files;
    this.fingerprints = fingerprints;
    this.rules = rules;
    this.esbuild = esbuild;
    this.cache = cache;
  }

  /// Whether style sheets and scripts are worked on, and not only given the right names.
  boolean works() {
    return esbuild.isPresent();
  }

  /// Has a style sheet or script made, without waiting for it.
  void begin(AssetFile file) {
    var _ = order(file);
  }

  /// What comes of a style sheet or script.
  Made made(AssetFile file) {
    return order(file).join();
  }

  private CompletableFuture<Made> order(AssetFile file) {
    CompletableFuture<Made> order = new CompletableFuture<>();
    CompletableFuture<Made> known = orders.putIfAbsent(file.name(), order);
    if (known != null) {
      return known;
    }
    try {
      Optional<Made> kept = works() ? kept(file) : Optional.of(plain(file));
      if (kept.isPresent()) {
        order.complete(kept.get());
      } else {
        enqueue(file);
      }
    } catch (RuntimeException e) {
      order.completeExceptionally(e); // else others would wait for ever
    }
    return order;
  }

  private Optional<Made> kept(AssetFile file) {
    String path = fingerprints.path(file.name());
    return cache
        .read(fingerprints.key(file.name()))
        .filter(made -> !made.files().isEmpty() && made.files().getFirst().path().equals(path));
  }

  /// The files that become one in a style sheet or script, itself first.
  List<AssetFile> parts(AssetFile file) {
    return isBundled(file) ? files.reached(file.name(), AssetFile::parts) : List.of(file);
  }

  /// Whether a style sheet or script takes in what it imports. A script that is no module imports
  /// nothing, and its names are for others to see.
  boolean isBundled(AssetFile file) {
    return works() && rules.bundle() && (file.form() == Form.STYLE || file.module());
  }

  private synchronized void enqueue(AssetFile file) {
    waiting.add(file);
    if (worker == null) {
      worker = new Thread(this::work, "assets");
      worker.setDaemon(true);
      worker.start();
    }
  }

  private synchronized List<AssetFile> next() {
    List<AssetFile> batch = List.copyOf(waiting);
    waiting.clear();
    if (batch.isEmpty()) {
      worker = null;
    }
    return batch;
  }

  private void work() {
    for (List<AssetFile> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        make(batch);
      } catch (RuntimeException | Error e) {
        batch.forEach(file -> order(file).completeExceptionally(e));
      }
    }
  }

  private void make(List<AssetFile> batch) {
    List<List<AssetFile>> jobs = new ArrayList<>();
    Map<String, List<AssetFile>> together = new TreeMap<>();
    for (AssetFile file : batch) {
      if (splits(file)) {
        jobs.add(List.of(file));
      } else {
        together
            .computeIfAbsent(file.form() + " " + isBundled(file), kind -> new ArrayList<>())
            .add(file);
      }
    }
    jobs.addAll(together.values());
    List<Esbuild.Run> runs = new ArrayList<>();
    try {
      Esbuild program = esbuild.orElseThrow();
      List<Map<String, Rewritten>> inputs = new ArrayList<>();
      for (List<AssetFile> job : jobs) {
        Map<String, Rewritten> texts = inputs(job);
        inputs.add(texts);
        runs.add(program.start(job(job, texts)));
      }
      for (int i = 0; i < runs.size(); i++) {
        deliver(jobs.get(i), inputs.get(i), runs.get(i).finish());
      }
    } catch (IOException e) {
      runs.forEach(Esbuild.Run::stop);
      Made nothing = new Made(List.of(), List.of(failure(e)));
      batch.forEach(file -> order(file).complete(nothing));
    }
  }

  /// To publish the files as they are would be other bytes under the names that esbuild's have.
  private static Problem failure(IOException e) {
    Problems problems = new Problems();
    problems.add(
        ProblemCode.BAD_ASSET,
        Location.none(),
        "esbuild could not run: " + e.getMessage(),
        "build again; 'assets: {bundle: false, minify: false}' in the settings does without it");
    return problems.added().getFirst();
  }

  /// Whether parts of a script are loaded later, for which it needs a run of its own: what several
  /// scripts share would be a part of neither.
  private boolean splits(AssetFile file) {
    return file.form() == Form.SCRIPT
        && isBundled(file)
        && parts(file).stream().anyMatch(AssetFile::hasLaterParts);
  }

  private Map<String, Rewritten> inputs(List<AssetFile> entries) {
    Map<String, Rewritten> texts = new TreeMap<>();
    for (AssetFile entry : entries) {
      boolean bundled = isBundled(entry);
      for (AssetFile part : parts(entry)) {
        texts.computeIfAbsent(
            part.name(), name -> new Rewritten(part, link -> name(part, link, bundled)));
      }
    }
    return texts;
  }

  private Esbuild.Job job(List<AssetFile> entries, Map<String, Rewritten> inputs) {
    AssetFile first = entries.getFirst();
    Map<String, String> paths = new TreeMap<>();
    entries.forEach(entry -> paths.put(entry.name(), fingerprints.path(entry.name())));
    Map<String, String> texts = new TreeMap<>();
    inputs.forEach((name, text) -> texts.put(name, text.text()));
    return new Esbuild.Job(first.form(), paths, texts, isBundled(first), splits(first));
  }

  /// What stands for a link: the way to another part, else the address of what it leads to.
  private String name(AssetFile file, Link link, boolean bundled) {
    if (link.asset().isEmpty()) {
      boolean settled = !bundled || link.rest().startsWith(Made.TO_ASSETS);
      return settled ? link.rest() : Made.AS_IT_IS + link.rest();
    }
    String name = link.asset().get();
    if (bundled && file.isPart(link)) {
      long depth = file.name().chars().filter(c -> c == '/').count();
      return "./" + "../".repeat((int) depth) + AssetFiles.encoded(name);
    }
    return Made.TO_ASSETS + AssetFiles.encoded(fingerprints.path(name)) + link.rest();
  }

  /// An asset with the right names in it and otherwise as it is.
  private Made plain(AssetFile file) {
    String text = new Rewritten(file, link -> name(file, link, false)).text();
    return new Made(List.of(new Made.Text(fingerprints.path(file.name()), text)), List.of());
  }

  private void deliver(
      List<AssetFile> entries, Map<String, Rewritten> inputs, Esbuild.Result result) {
    boolean failed = result.log().stream().anyMatch(EsbuildLog.Entry::error);
    for (AssetFile entry : entries) {
      List<String> parts = parts(entry).stream().map(AssetFile::name).toList();
      List<Problem> problems = problems(result, inputs, failed ? List.of() : parts);
      List<Made.Text> texts = failed ? List.of() : texts(entry, result);
      List<Problem> strangers = strangers(entry, texts, parts, result);
      Made made = strangers.isEmpty() ? new Made(texts, problems) : new Made(List.of(), strangers);
      if (!made.files().isEmpty()) {
        cache.write(fingerprints.key(entry.name()), made);
      }
      order(entry).complete(made);
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
        entry.report(AssetFiles.location(files.label(name), file.text(), place), problems);
      }
    }
    return problems.added();
  }

  /// Waits until nothing is being made.
  @Override
  public void close() {
    Thread thread;
    synchronized (this) {
      waiting.clear();
      thread = worker;
    }
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
