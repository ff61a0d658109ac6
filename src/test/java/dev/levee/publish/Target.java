package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Digest;
import dev.levee.output.Kind;
import dev.levee.output.OutputPath;
import dev.levee.output.Sites;
import dev.levee.publish.Publisher.Result;
import dev.levee.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A place that tests publish to, with a clock that they set.
final class Target {

  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  final Store store;
  final PublishTarget settings;
  Instant now = START;

  /// Whose clock this one goes by.
  Target clock = this;

  private int holders;

  Target(Store store) {
    this(store, 5, 30);
  }

  Target(Store store, int releases, int days) {
    this.store = store;
    this.settings =
        new PublishTarget(
            "test",
            "test",
            new PublishTarget.Folder("x"),
            "",
            "",
            releases,
            days,
            10,
            true,
            List.of());
  }

  Target later(Duration time) {
    clock.now = clock.now.plus(time);
    return this;
  }

  Publisher publisher() {
    return new Publisher(
        store, settings, Caches.NONE, () -> clock.now, "test " + holders++, 2, Progress.SILENT);
  }

  Result publish(Map<String, Sites.File> site, Allowance... allowed) throws IOException {
    later(Duration.ofMinutes(10));
    return publisher().publish(candidate(site), Arrays.asList(allowed));
  }

  /// A site of files that stand for themselves.
  static Candidate candidate(Map<String, Sites.File> site) {
    return candidate(site, "text/html");
  }

  static Candidate candidate(Map<String, Sites.File> site, String type) {
    Map<OutputPath, byte[]> bytes = new TreeMap<>();
    TreeMap<OutputPath, Item> items = new TreeMap<>();
    site.forEach((path, file) -> {
      byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
      bytes.put(OutputPath.of(path), text);
      items.put(
          OutputPath.of(path),
          new Item(
              file.kind(),
              Digest.of(text),
              text.length,
              new ItemHeaders(Map.of("Content-Type", type)),
              ""));
    });
    return new Candidate(items, "", (path, item) -> bytes.get(path));
  }

  /// A small site: a page with a style sheet, the home page and a feed.
  static Map<String, Sites.File> site(int version) {
    Map<String, Sites.File> site = new TreeMap<>();
    String css = "assets/main.1.css";
    site.put(css, new Sites.File(Kind.ASSET, "css 1"));
    site.put("news/a.html", new Sites.File(Kind.PAGE, "a " + version + " href=" + css));
    site.put("index.html", new Sites.File(Kind.HOME, "home href=news/a.html href=" + css));
    site.put("feed.xml", new Sites.File(Kind.FEED, "feed " + version + " href=news/a.html"));
    return site;
  }
}
