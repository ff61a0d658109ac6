package dev.levee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Work like that of every day, from which the launcher has Java make its start-up caches: one for
/// builds, one for previews, and one for what publishes. Java keeps ready what was used here, and
/// all of it costs a little at each start: so this is what most sites have, not all that there is.
final class TrainingRun {

  private static final int ARTICLES = 60;

  private static final Pattern ADDRESS = Pattern.compile("http://[^ /]+:([0-9]+)/");

  private static final List<String> SHOWN =
      List.of(
          "/", "/news/", "/news/article-0/", "/about/", "/tags/river/", "/rss.xml", "/nothing/");

  private static final List<String> SECTIONS = List.of("news", "culture", "letters");

  private static final Map<String, String> SITE =
      Map.of(
          "levee.yaml",
          """
          title: The Training
          tagline: A site that is built once
          url: https://example.org
          description: News of the river.
          timezone: America/Toronto
          # what a page may say
          taxonomies: [tags, categories]
          frontMatter: {params: [mood]}
          markdown: {smartPunctuation: true}
          feeds: {formats: [rss, atom, json]}
          problems: {plain-assets: off}
          menus:
            footer: [{title: About, url: /about/}]
          """,
          "content/_data/authors.yaml",
          """
          ada:
            name: Ada Writer
            bio: Writes of rivers.
          """,
          "content/about.md",
          """
          ---
          title: About
          ---
          A page with [a link](news/article-0.md).
          """,
          "templates/assets/house.css",
          "h1 { color: navy }\n",
          "content/pictures/map.svg",
          """
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>
          """);

  /// Nothing of the user's own, and nobody is asked for more.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_ACCESS_KEY_ID",
          "training",
          "AWS_SECRET_ACCESS_KEY",
          "training",
          "AWS_EC2_METADATA_DISABLED",
          "true");

  private TrainingRun() {}

  /// Builds a site in a folder of its own, which is gone afterwards, or shows or publishes it.
  ///
  /// @param args `serve` when it is to be shown, `publish` when it is to be published
  /// @throws IOException when the site cannot be written, does not build, is not shown or published
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("levee");
    try {
      write(folder);
      if (List.of(args).contains("serve")) {
        show(folder);
      } else if (List.of(args).contains("publish")) {
        publish(folder);
      } else {
        run(folder, "build", "--strict");
      }
    } finally {
      delete(folder);
    }
  }

  /// Puts the site into a folder, and compares it with a bucket.
  ///
  /// @return what the comparison ended with, which fails where there is no library for buckets
  static int publish(Path folder) throws IOException {
    try (TrainingBucket bucket = TrainingBucket.open()) {
      Path settings = folder.resolve("levee.yaml");
      String targets =
          """
          targets:
            folder: {url: there}
            bucket: {url: 's3://bucket', endpoint: '%s', region: us-east-1}
          """
              .formatted(bucket.url());
      Files.writeString(settings, Files.readString(settings) + targets);
      run(folder, "publish", "--strict", "--target", "folder");
      return code(folder, "publish", "--no-build", "--target", "bucket", "--dry-run");
    }
  }

  private static void run(Path folder, String... words) throws IOException {
    if (code(folder, words) != ExitCode.DONE) {
      throw new IOException(words[0] + " failed");
    }
  }

  private static int code(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("--source", folder.toString()));
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Levee.run(command.toArray(String[]::new), console(nowhere));
  }

  private static void show(Path folder) throws IOException, InterruptedException {
    try (PipedInputStream told = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(told), true, UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(told, UTF_8))) {
      String[] command = {"serve", "--port", "0", "--source", folder.toString()};
      Thread preview = Thread.ofPlatform().start(() -> Levee.run(command, console(out)));
      ask(port(lines));
      preview.interrupt();
      preview.join();
    }
  }

  private static int port(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
    throw new IOException("the site is not shown");
  }

  /// As a browser would that leads somebody through the site.
  private static void ask(int port) throws IOException {
    for (String path : SHOWN) {
      try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), port)) {
        String request =
            "GET "
                + path
                + " HTTP/1.1\r\nHost: localhost:"
                + port
                + "\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
        browser.getOutputStream().write(request.getBytes(UTF_8));
        browser.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  static void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : SITE.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
    for (int i = 0; i < ARTICLES; i++) {
      Path file =
          folder.resolve("content/" + SECTIONS.get(i % SECTIONS.size()) + "/article-" + i + ".md");
      write(file, article(i, 1 + i % 12, i % 7));
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String article(int number, int month, int tag) {
    return """
    ---
    title: "The river in year %1$d: a report"
    dek: It rose, and it fell.
    date: %1$d-%2$02d-08T21:30:00
    authors: [ada]
    tags: [river, "night %3$d"]
    categories: [Weather]
    image: {src: /pictures/map.svg, alt: A map, caption: Where it was}
    ---

    It rose *slowly*, then **fast** — "so fast", they said; `gauge --all` told it. See [the page](../about.md),
    https://example.net/%1$d and [another site][other], or write an e-mail.[^1] It's 3 < 4 &amp; more.

    ## What was seen

    - A bridge, ~~two~~ three houses
      1. one of them new
      2. one of them old
    - [x] The square

    > The water came at night,
    > and nobody slept.

    ![The square](/pictures/map.svg "The square")

    ### Levels

    | place | level | when |
    | :--- | ---: | --- |
    | Upper | 3.2 m | *Monday* |
    | Lower | 2.%4$d m | `22:10` |

    ```java
    int rises(List<Level> levels) { // in metres
      return levels.stream().mapToInt(l -> l.of("now") + 1).sum();
    }
    ```

    ```sh
    curl -s "$GAUGE" | sort -n >levels.txt # by hour
    ```

    {{< figure src="/pictures/map.svg" alt="A map" caption="Where it *was*" >}}

    <p class="note">Measured by hand.</p>

    Afterwards
    ----------

    A line that ends here,\\
    and a last one with the article [before](../news/article-0.md).

    [^1]: Letters are read.
    [other]: https://example.net/ "Another"
    """
        .formatted(1960 + number, month, tag, number);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Console console(PrintStream out) {
    return new Console(out, out, false, false, ENVIRONMENT);
  }
}
