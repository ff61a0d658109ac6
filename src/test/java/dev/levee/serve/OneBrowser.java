package dev.levee.serve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.TestFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    TestFolders.delete(profile);
  }

  /// A new tab with a page that has been loaded.
  public Browser.Tab open(String url) throws Exception {
    Browser.Tab tab = browser.open(url);
    tabs.add(tab);
    return tab;
  }
}
