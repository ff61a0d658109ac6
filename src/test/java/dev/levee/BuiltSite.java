package dev.levee;

import dev.levee.build.BuildOptions;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.build.BuildReport;
import dev.levee.build.Progress;
import dev.levee.build.SiteBuilder;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.site.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// What a build of a [TestSite] came to: the files that are in the destination afterwards, and what
/// was wrong.
public final class BuiltSite {

  private final BuildReport report;
  private final List<Problem> problems;
  private final Map<String, byte[]> files;

  private BuiltSite(BuildReport report, List<Problem> problems) {
    this.report = report;
    this.problems = problems;
    this.files = files(report.destination());
  }

  /// Builds a site into its `site` folder at [TestSite#CLOCK].
  public static BuiltSite of(TestSite site) {
    return build(options(site));
  }

  /// Builds the site that a text describes.
  public static BuiltSite of(String text) {
    return of(TestSite.of(text));
  }

  /// What [#of(TestSite)] asks for, to be varied.
  public static BuildOptions options(TestSite site) {
    return BuildOptions.of(site.folder(), Publication.at(TestSite.CLOCK));
  }

  /// The same build with another number of threads, or with warnings that count.
  public static BuildOptions options(TestSite site, int jobs, boolean strict) {
    return options(site).withJobs(jobs).with(Mode.STRICT, strict);
  }

  /// The same build for another base URL.
  public static BuildOptions options(TestSite site, String url) {
    return options(site).withUrl(URI.create(url));
  }

  public static BuiltSite build(BuildOptions options) {
    try {
      if (Files.isDirectory(options.source())) {
        ThemeAssets.keep(options.source());
      }
      Problems problems = new Problems();
      BuildReport report = new SiteBuilder(options, problems, Progress.SILENT).build();
      return new BuiltSite(report, problems.sorted());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every file below a folder by its path, but for what Levee keeps for itself.
  public static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.startsWith(".levee/")) {
          files.put(path, Files.readAllBytes(file));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BuildReport report() {
    return report;
  }

  /// Whether the destination was replaced.
  public boolean isWritten() {
    return report.applied().isPresent();
  }

  /// Every problem on a line, as [TestSite#line] shows it.
  public List<String> problems() {
    return problems.stream().map(TestSite::line).toList();
  }

  /// The paths of all files, in order.
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  public byte[] bytes(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new AssertionError("no file " + path + " among " + paths() + " with " + problems());
    }
    return bytes;
  }

  /// A file as text.
  public String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /// A page as a browser would understand it.
  public Document page(String path) {
    return Jsoup.parse(text(path), "https://example.org/" + path);
  }

  /// The files that hold a text, in their bytes or in their names.
  public List<String> mentioning(String text) {
    return files.entrySet().stream()
        .filter(f ->
            f.getKey().contains(text)
                || new String(f.getValue(), StandardCharsets.UTF_8).contains(text))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The digests of all files, to compare two builds by.
  public Map<String, String> digests() {
    return digests(files);
  }

  /// The digests of files as [#files(Path)] gives them.
  public static Map<String, String> digests(Map<String, byte[]> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach((path, bytes) -> digests.put(path, digest(bytes)));
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
