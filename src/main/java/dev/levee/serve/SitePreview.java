package dev.levee.serve;

import dev.levee.http.Pages;
import dev.levee.http.PortTakenException;
import dev.levee.http.PreviewServer;
import dev.levee.live.Changes;
import dev.levee.live.Edition;
import dev.levee.live.LiveSite;
import dev.levee.problem.Problem;
import dev.levee.watch.Watcher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The preview of a site while it runs: it is served, its folder is watched, and open pages are
/// told of what changes.
public final class SitePreview implements AutoCloseable {

  /// More articles than these are made when somebody asks for them.
  private static final int MOST_TRIED = 20;

  /// When the browsers have what they were told of.
  private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final LiveSite site;
  private final Listener listener;
  private final boolean poll;
  private final LiveReload reload;
  private final Preview preview;
  private final PreviewServer server;
  private final Object telling = new Object();
  private final Leftovers leftovers = new Leftovers();
  private Watcher watcher;
  private boolean closed;

  /// Whether what comes is more than what has changed until the folder was watched.
  private boolean following;

  /// Hears of what becomes of the site.
  public interface Listener {

    /// The site was read again.
    ///
    /// @param paths what had changed; empty when it is too much to be named
    /// @param time from noticing the change to having read it
    void refreshed(Collection<Path> paths, Duration time);

    /// What is wrong, as far as it is known now, which may be what was wrong before.
    ///
    /// @param problems sorted by file and line
    void problems(List<Problem> problems);

    /// The site could not be read again, and stays as it was.
    void failed(Exception e);
  }

  private SitePreview(LiveSite site, InetSocketAddress address, boolean poll, Listener listener)
      throws IOException {
    this.site = site;
    this.listener = listener;
    this.poll = poll;
    this.preview = new Preview(site, this::tellProblems);
    this.reload = new LiveReload(path -> preview.at(path, "").edition());
    DevelopmentPages development = new DevelopmentPages(site, reload);
    Pages pages =
        (path, query) ->
            path.startsWith(DevelopmentPages.FOLDER)
                ? development.at(path.substring(DevelopmentPages.FOLDER.length()), query)
                : preview.at(path, query).reply();
    this.server = PreviewServer.start(address, pages);
    this.watcher = watch();
  }

  /// Starts to serve a site, and to follow its folder.
  ///
  /// @param address where; with the port 0, at any that is free
  /// @param poll whether to look at all files again and again, where the system does not tell
  /// @throws PortTakenException when another listens there
  /// @throws IOException when the address is not one of this machine
  public static SitePreview start(
      LiveSite site, InetSocketAddress address, boolean poll, Listener listener)
      throws IOException {
    return new SitePreview(site, address, poll, listener);
  }

  /// Where it is served.
  public InetSocketAddress address() {
    return server.address();
  }

  private Watcher watch() {
    return new Watcher(site.folders(), List.of(site.settings()), poll, this::refresh);
  }

  private void refresh(Collection<Path> paths, boolean everything) {
    long start = System.nanoTime();
    List<Path> folders = site.folders();
    try {
      Edition edition = site.refresh(new Changes(new HashSet<>(paths), everything));
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      reload.changed();
      paths.stream()
          .limit(MOST_TRIED)
          .forEach(path -> tryArticle(path, folders.getFirst(), edition));
      if (following) {
        listener.refreshed(everything ? List.of() : paths, time);
      }
      following = true;
      tellProblems();
      LATER.execute(leftovers::clear);
    } catch (IOException | RuntimeException e) {
      listener.failed(e); // and what changes next is followed all the same
    }
    if (!folders.equals(site.folders())) {
      watchOthers();
    }
  }

  /// What is wrong with an article is told before its page is opened.
  private static void tryArticle(Path path, Path content, Edition edition) {
    if (path.startsWith(content)) {
      String name = content.relativize(path).toString().replace('\\', '/');
      edition.address(name).ifPresent(edition::at);
    }
  }

  /// One at a time, so that what is told last is what is wrong last.
  private void tellProblems() {
    synchronized (telling) {
      Edition edition = site.edition();
      ProblemMessage message = new ProblemMessage(site.source(), edition.config().editor());
      List<Problem> problems = edition.problems();
      reload.problems(message.of(problems));
      listener.problems(problems);
    }
  }

  private synchronized void watchOthers() {
    if (!closed) {
      watcher.close();
      watcher = watch();
    }
  }

  /// Stops at once.
  @Override
  public synchronized void close() {
    closed = true;
    watcher.close();
    server.close();
  }
}
