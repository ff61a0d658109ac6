package dev.levee.serve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A browser that all tests of a class share; they are skipped where there is none. What a test has
/// opened is closed after it, so that the scripts of its pages end.
public final class OneBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private final List<Browser.Tab> tabs = new ArrayList<>();
  private Path profile;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    assumeTrue(Browser.isThere(), "there is no Chromium");
    profile = TestFolders.create("levee-browser");
    browser = Browser.start(profile);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (Browser.Tab tab : tabs) {
      tab.close();
    }
    tabs.clear();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (browser == null) {
      return;
    }
    browser.close();
    try (Stream<Path> files = Files.walk(profile)) {
      List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inner) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      profile.toFile().deleteOnExit(); // a process of the browser may still be writing
    }
  }

  /// A new tab with a page that has been loaded.
  public Browser.Tab open(String url) throws Exception {
    Browser.Tab tab = browser.open(url);
    tabs.add(tab);
    return tab;
  }
}
