package dev.levee.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The browser of whoever runs this.
final class Browser {

  private Browser() {}

  /// Shows a page.
  ///
  /// @throws IOException when there is no program that would
  static void open(String url) throws IOException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> program =
        system.startsWith("mac")
            ? List.of("open", url)
            : system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                : List.of("xdg-open", url);
    try {
      new ProcessBuilder(program)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new IOException("no browser can be opened here: " + e.getMessage(), e);
    }
  }
}
