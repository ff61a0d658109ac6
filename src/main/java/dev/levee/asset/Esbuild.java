package dev.levee.asset;

import dev.levee.asset.AssetFile.Form;
import dev.levee.config.SiteConfig.AssetRules;
import dev.levee.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The program that bundles and minifies style sheets and scripts, which stands in `lib` beside
/// Levee's jar on the platforms that have it.
final class Esbuild {

  /// Which esbuild it is; what it makes may be another with every other.
  static final String VERSION = "0.25.10";

  /// Where it tells what it has read.
  private static final String META = "meta.json";

  private static final Pattern INPUT = Pattern.compile("\n    \"(.*)\": \\{");
  private static final String OUTPUTS = "\n  \"outputs\": {";
  private static final Pattern OUTPUT_OR_SOURCE =
      Pattern.compile("\n(?: {4}\"\\.\\./out/([^\"]*)| {8}\"([^\"]*))\": \\{");

  private final Path program;
  private final AssetRules rules;

  Esbuild(Path program, AssetRules rules) {
    this.program = program;
    this.rules = rules;
  }

  /// The program, if there is one for this platform.
  static Optional<Esbuild> find(AssetRules rules) {
    return Program.beside("esbuild").map(program -> new Esbuild(program.file(), rules));
  }

  /// What one run is to do.
  ///
  /// @param entries by the name of each file that is to be made where it goes
  /// @param inputs the texts that it reads, by their names
  /// @param bundles whether imported files become part of those that import them
  /// @param splits whether what is imported later becomes a file of its own
  /// @param maps whether source maps are written as well, which nothing names
  record Job(
      Form form,
      Map<String, String> entries,
      Map<String, String> inputs,
      boolean bundles,
      boolean splits,
      boolean maps) {}

  /// What a run has come to.
  ///
  /// @param files the texts that it wrote, by their paths
  /// @param sources the names of the inputs that went into each of those, by the same paths
  record Result(
      Map<String, String> files, Map<String, Set<String>> sources, List<EsbuildLog.Entry> log) {}

  /// Begins a run.
  ///
  /// @throws IOException when the program cannot be started
  Run start(Job job) throws IOException {
    Path folder = Files.createTempDirectory("levee-assets");
    try {
      return new Run(folder, job);
    } catch (IOException e) {
      delete(folder);
      throw e;
    }
  }

  /// A run of the program.
  final class Run {

    private final Path folder;
    private final Job job;
    private final Process process;

    private Run(Path folder, Job job) throws IOException {
      this.folder = folder;
      this.job = job;
      Path in = folder.resolve("in");
      for (Map.Entry<String, String> input : job.inputs().entrySet()) {
        Path file = in.resolve(AssetFiles.encoded(input.getKey()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, input.getValue());
      }
      // else that of any folder above would count
      Files.writeString(in.resolve("package.json"), "{}");
      if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
        throw new IOException(program + " is not executable");
      }
      this.process =
          new ProcessBuilder(command(job)).directory(in.toFile()).redirectErrorStream(true).start();
    }

    /// Waits for its end.
    ///
    /// @throws IOException when it fails for no fault of what it reads
    Result finish() throws IOException {
      try {
        process.getOutputStream().close();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        List<EsbuildLog.Entry> entries = EsbuildLog.read(log);
        if (code != 0 && entries.stream().noneMatch(EsbuildLog.Entry::error)) {
          String last = log.strip().substring(log.strip().lastIndexOf('\n') + 1).strip();
          throw new IOException("it ended with " + code + (last.isEmpty() ? "" : ": " + last));
        }
        entries.addAll(strangers());
        return new Result(written(), sources(), entries);
      } catch (InterruptedException e) {
        process.destroy();
        Thread.currentThread().interrupt();
        throw new IOException("it was interrupted", e);
      } finally {
        delete(folder);
      }
    }

    /// What it read beside its inputs, and must not have: a name that our own reader of scripts and
    /// style sheets does not know for one may lead to any file of the machine.
    private List<EsbuildLog.Entry> strangers() throws IOException {
      Path meta = folder.resolve(META);
      List<EsbuildLog.Entry> found = new ArrayList<>();
      if (!Files.exists(meta)) {
        return found;
      }
      Set<String> known = new HashSet<>();
      job.inputs().keySet().forEach(name -> known.add(AssetFiles.encoded(name)));
      String all = Files.readString(meta);
      Matcher input = INPUT.matcher(all.substring(0, all.indexOf(OUTPUTS)));
      while (input.find()) {
        if (!known.contains(input.group(1))) {
          String entry = AssetFiles.encoded(job.entries().keySet().iterator().next());
          String message = "this names a file in a way that is not followed";
          found.add(new EsbuildLog.Entry(true, message, entry, 1, 0));
        }
      }
      return found;
    }

    private Map<String, Set<String>> sources() throws IOException {
      Map<String, Set<String>> sources = new TreeMap<>();
      Path meta = folder.resolve(META);
      if (!Files.exists(meta)) {
        return sources;
      }
      String all = Files.readString(meta);
      Matcher line = OUTPUT_OR_SOURCE.matcher(all.substring(all.indexOf(OUTPUTS) + 1));
      Set<String> open = new TreeSet<>();
      while (line.find()) {
        if (line.group(1) != null) {
          open = new TreeSet<>();
          sources.put(AssetFiles.decoded(line.group(1)), open);
        } else {
          open.add(AssetFiles.decoded(line.group(2)));
        }
      }
      return sources;
    }

    /// Ends it, whatever it has done; one that has ended is left alone.
    void stop() {
      process.destroy();
      delete(folder);
    }

    private Map<String, String> written() throws IOException {
      Path out = folder.resolve("out");
      Map<String, String> files = new TreeMap<>();
      if (Files.isDirectory(out)) {
        try (Stream<Path> all = Files.walk(out)) {
          for (Path file : all.filter(Files::isRegularFile).toList()) {
            String path = out.relativize(file).toString().replace('\\', '/');
            String text = Files.readString(file).replace(Made.AS_IT_IS, "");
            files.put(AssetFiles.decoded(path), text);
          }
        }
      }
      return files;
    }
  }

  private List<String> command(Job job) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    job.entries()
        .forEach((name, path) -> {
          String ending = path.substring(path.lastIndexOf('.'));
          String stem = path.substring(0, path.length() - ending.length());
          // a name may begin as an option does
          command.add("./" + AssetFiles.encoded(stem) + "=./" + AssetFiles.encoded(name));
        });
    command.add("--outdir=../out");
    command.add("--metafile=../" + META);
    command.add("--tsconfig-raw={}");
    command.add("--target=" + rules.target());
    command.add("--charset=utf8");
    command.add("--loader:.scss=css"); // they are CSS by now
    command.add("--loader:.sass=css");
    command.add("--log-level=warning");
    command.add("--log-limit=0");
    command.add("--color=false");
    if (rules.minify()) {
      // what else there is for style sheets makes other colours of those that few screens show
      command.add(job.form() == Form.STYLE ? "--minify-whitespace" : "--minify");
    }
    if (job.bundles()) {
      command.add("--bundle");
      command.add("--format=esm");
      command.add("--external:" + Made.TO_ASSETS + "*");
    }
    if (job.maps()) {
      command.add("--sourcemap=external");
    }
    if (job.splits()) {
      command.add("--splitting");
      command.add("--chunk-names=chunks/[name].[hash]");
    }
    return command;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // the system clears its temporary folder
    }
  }
}
