package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.http.PortTakenException;
import dev.levee.live.LiveSite;
import dev.levee.serve.SitePreview;
import dev.levee.site.Publication;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `levee serve`.
final class ServeCommand implements Command {

  private static final int USUAL_PORT = 1313;
  private static final int LAST_PORT = 65_535;
  private static final String LOOPBACK = "127.0.0.1";

  private final Console console;
  private final SiteOptions site = new SiteOptions();
  private final ReportOptions report = new ReportOptions();

  private final OptionSpec port =
      Arguments.option(
          Integer.class,
          "PORT",
          "Where to listen (default: 1313; 0 takes any that is free).",
          "-p",
          "--port");

  private final OptionSpec bind =
      Arguments.option(
          String.class,
          "ADDRESS",
          "The address of this machine to listen at (default: 127.0.0.1, which no other machine"
              + " reaches).",
          "--bind");

  private final OptionSpec open = Arguments.flag("Open the site in a browser.", "-O", "--open");

  private final OptionSpec published =
      Arguments.flag(
          "Show what readers would see, without what --drafts, --future and --expired show.",
          "--published");

  private final OptionSpec surge = SiteOptions.surge();

  private final OptionSpec poll =
      Arguments.flag(
          "Look for changes again and again, where the file system does not tell of them.",
          "--poll");

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec command =
        report
            .addTo(site.addTo(Arguments.command(this, "Show the site while it is written.")))
            .addOption(port)
            .addOption(bind)
            .addOption(open)
            .addOption(published)
            .addOption(surge)
            .addOption(poll);
    return command.aliases("server");
  }

  @Override
  public int run() throws Exception {
    BuildOptions options = site.build(console).with(Mode.SURGE, surge.getValue());
    InetSocketAddress address = address();
    PreviewReport told = new PreviewReport(console, report, options);
    LiveSite live = LiveSite.open(options, publication(options));
    try (SitePreview preview = start(live, address, told)) {
      Thread stop = Thread.ofPlatform().unstarted(preview::close);
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        String url = url(preview.address(), live);
        told.serving(url, live.edition(), !address.getAddress().isLoopbackAddress());
        openBrowser(url);
        new CountDownLatch(1).await(); // until the process is stopped
      } finally {
        forget(stop);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // it is just being run
    }
  }

  /// The preview is as good without.
  private void openBrowser(String url) {
    boolean wanted = open.getValue();
    if (wanted) {
      try {
        Browser.open(url);
      } catch (IOException e) {
        console.err().println("levee: " + e.getMessage());
      }
    }
  }

  private SitePreview start(LiveSite live, InetSocketAddress address, PreviewReport told)
      throws IOException, UsageException {
    try {
      return SitePreview.start(live, address, poll.getValue(), told);
    } catch (PortTakenException e) {
      throw new UsageException(e.getMessage() + (e.next() == 0 ? "" : ": try --port " + e.next()));
    } catch (BindException e) {
      throw new UsageException(noAddress(address.getHostString()));
    }
  }

  private InetSocketAddress address() throws UsageException {
    @Nullable Integer wanted = port.getValue();
    int number = wanted == null ? USUAL_PORT : wanted;
    if (number < 0 || number > LAST_PORT) {
      throw new UsageException("--port must be from 0 to " + LAST_PORT);
    }
    @Nullable String at = bind.getValue();
    try {
      return new InetSocketAddress(InetAddress.getByName(at == null ? LOOPBACK : at), number);
    } catch (UnknownHostException e) {
      throw new UsageException(noAddress(String.valueOf(at)));
    }
  }

  private static String noAddress(String bind) {
    return "--bind: '" + bind + "' is no address of this machine";
  }

  /// Who writes wants to see all of it, but who names a moment wants to see what readers will.
  private Supplier<Publication> publication(BuildOptions options) {
    Publication asked = options.publication();
    boolean onlyPublished = published.getValue();
    boolean asReaders = onlyPublished || site.hasClock();
    boolean fixed = site.hasClock() || console.environment().containsKey("SOURCE_DATE_EPOCH");
    return () -> {
      Instant clock = fixed ? asked.clock() : Instant.now();
      return asReaders
          ? new Publication(clock, asked.drafts(), asked.future(), asked.expired())
          : new Publication(clock, true, true, true);
    };
  }

  private static String url(InetSocketAddress address, LiveSite live) {
    InetAddress at = address.getAddress();
    String host = at.getHostAddress();
    // of all that loops back, the name leads to these alone
    if (List.of(LOOPBACK, "0:0:0:0:0:0:0:1").contains(host) || at.isAnyLocalAddress()) {
      host = "localhost";
    } else if (host.contains(":")) {
      host = "[" + host + "]";
    }
    return "http://" + host + ":" + address.getPort() + live.edition().base() + "/";
  }
}
