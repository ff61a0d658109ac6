package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.build.BuildReport;
import dev.levee.build.LoadedSite;
import dev.levee.build.SiteBuilder;
import dev.levee.cdn.Cdns;
import dev.levee.config.PublishTarget;
import dev.levee.config.SiteConfig;
import dev.levee.output.DirectoryTarget;
import dev.levee.problem.NearestWord;
import dev.levee.problem.Problems;
import dev.levee.publish.Allowance;
import dev.levee.publish.Caches;
import dev.levee.publish.PublishPlan;
import dev.levee.publish.Publisher;
import dev.levee.publish.SiteFolder;
import dev.levee.store.Patience;
import dev.levee.store.PatientStore;
import dev.levee.store.Store;
import dev.levee.store.StoreException;
import dev.levee.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `levee publish`.
final class PublishCommand implements Command {

  private static final int AT_ONCE = 16;

  private final Console console;
  private final SiteOptions site = new SiteOptions();
  private final ReportOptions report = new ReportOptions();

  private final OptionSpec target =
      Arguments.option(
          String.class,
          "NAME",
          "Which of the targets in the settings (default: the only one).",
          "-t",
          "--target");

  private final OptionSpec destination =
      Arguments.path("DIR", "Where the site is built (default: site).", "-d", "--destination");

  private final OptionSpec dryRun =
      Arguments.flag("Say what would be done, and change nothing.", "--dry-run");

  private final OptionSpec noBuild =
      Arguments.flag("Take the site as the last build left it.", "--no-build");

  private final OptionSpec surge = SiteOptions.surge();

  private final OptionSpec strict =
      Arguments.flag("Let warnings of the build keep the site from being published.", "--strict");

  private final OptionSpec allow =
      Arguments.option(
          String.class,
          "WHAT",
          "What is refused otherwise: deletes, empty, no-home, errors, drafts, base-url, replace,"
              + " lock.",
          "--allow");

  private final OptionSpec list = Arguments.flag("List the releases that are there.", "--list");

  private final OptionSpec rollback =
      OptionSpec.builder("--rollback")
          .type(String.class)
          .arity("0..1")
          .fallbackValue("")
          .paramLabel("ID")
          .description("Go back to an earlier release (default: the one before).")
          .build();

  private final OptionSpec prune =
      Arguments.flag("Remove the files that readers of older pages no longer need.", "--prune");

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec command =
        report
            .addTo(
                site.addTo(
                    Arguments.command(this, "Build the site and put what changed at its target.")))
            .addOption(target)
            .addOption(destination)
            .addOption(dryRun)
            .addOption(noBuild)
            .addOption(surge)
            .addOption(strict)
            .addOption(allow)
            .addOption(list)
            .addOption(rollback)
            .addOption(prune);
    return command.aliases("deploy");
  }

  @Override
  public int run() throws Exception {
    Set<Allowance> allowed = allowed();
    checkOptions();
    BuildOptions options =
        site.build(console)
            .with(Mode.STRICT, strict.getValue())
            .withJobs(Runtime.getRuntime().availableProcessors())
            .with(Mode.SURGE, surge.getValue());
    @Nullable Path folder = destination.getValue();
    options = folder == null ? options : options.withDestination(folder);
    Problems problems = new Problems();
    SiteConfig config = LoadedSite.settings(options, problems);
    if (problems.hasErrors()) {
      new Reporter(console, report, options).problems(problems.sorted());
      return ExitCode.USAGE;
    }
    PublishTarget to = target(config);
    Path built =
        options.destination().orElse(options.source().resolve(config.folders().destination()));
    checkFolder(to, options.source(), built, config);
    Patience patience = new Patience(RandomGenerator.getDefault(), Thread::sleep);
    Caches caches = caches(to, config.url(), patience);
    PublishReport told = new PublishReport(console, report, to, caches, options.source());
    boolean buildless =
        list.<Boolean>getValue() || prune.<Boolean>getValue() || rollback.getValue() != null;
    if (!buildless && !noBuild.<Boolean>getValue() && !build(options, allowed)) {
      return ExitCode.SITE;
    }
    try (Store store = open(to, options.source(), patience)) {
      Publisher publisher =
          new Publisher(
              store, to, caches, InstantSource.system(), holder(), AT_ONCE, told.progress());
      try (var _ = Interruption.of(publisher)) {
        return buildless
            ? tend(publisher, told, allowed)
            : publish(publisher, built, config, to, options, told, allowed);
      }
    } catch (StoreException e) {
      String message = SourceLines.printable(String.valueOf(e.getMessage()));
      throw new StoreException(message, e.isTemporary(), e);
    }
  }

  private void checkOptions() throws UsageException {
    int ways = (list.getValue() ? 1 : 0) + (prune.getValue() ? 1 : 0);
    ways += rollback.getValue() != null ? 1 : 0;
    if (ways > 1) {
      throw new UsageException("only one of --list, --rollback and --prune can be done at a time");
    }
  }

  private Set<Allowance> allowed() throws UsageException {
    Set<Allowance> allowed = EnumSet.noneOf(Allowance.class);
    @Nullable String words = allow.getValue();
    if (words == null) {
      return allowed;
    }
    List<String> known = Allowance.words();
    for (String word : words.split(",", -1)) {
      allowed.add(
          Allowance.of(word.strip())
              .orElseThrow(() ->
                  new UsageException(
                      "--allow: '"
                          + word
                          + "' is nothing that is refused; "
                          + NearestWord.hint(word, known, "known: " + String.join(", ", known)))));
    }
    return allowed;
  }

  private PublishTarget target(SiteConfig config) throws UsageException {
    Map<String, PublishTarget> targets = config.targets();
    @Nullable String name = target.getValue();
    if (targets.isEmpty()) {
      throw new UsageException(
          "the settings have no target to publish to, such as"
              + " targets: {production: {url: 's3://bucket'}}");
    }
    List<String> names = new ArrayList<>(targets.keySet());
    if (name == null && targets.size() > 1) {
      throw new UsageException("which target? --target is one of " + String.join(", ", names));
    }
    PublishTarget found = targets.get(name == null ? names.getFirst() : name);
    if (found == null) {
      throw new UsageException(
          "there is no target '"
              + name
              + "' in the settings; "
              + NearestWord.hint(
                  String.valueOf(name), names, "there is " + String.join(", ", names)));
    }
    return found;
  }

  /// A target among the sources, or in the folder that is built into, would spoil them.
  private static void checkFolder(PublishTarget to, Path source, Path built, SiteConfig config)
      throws IOException, UsageException {
    if (!(to.place() instanceof PublishTarget.Folder(String path))) {
      return;
    }
    Path folder = real(source.resolve(path));
    for (Path other :
        List.of(
            built,
            source.resolve(config.folders().content()),
            source.resolve(config.folders().templates()))) {
      Path whole = real(other);
      if (folder.startsWith(whole) || whole.startsWith(folder)) {
        throw new UsageException(
            "the target '" + to.name() + "' and the folder " + other + " lie in each other");
      }
    }
  }

  /// The path without links, as far as it exists.
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    return Files.exists(absolute) || parent == null
        ? absolute.toRealPath()
        : real(parent).resolve(String.valueOf(absolute.getFileName()));
  }

  private boolean build(BuildOptions options, Set<Allowance> allowed) throws IOException {
    Problems problems = new Problems();
    Reporter reporter = new Reporter(console, report, options);
    ProgressLine line = new ProgressLine(console.err(), console.live() && !report.quiet());
    BuildReport result = new SiteBuilder(options, problems, line).build();
    line.clear();
    reporter.problems(problems.sorted());
    if (result.applied().isPresent() || allowed.contains(Allowance.ERRORS)) {
      return true;
    }
    console
        .err()
        .println(
            "levee: the site has errors, so nothing was published; --allow errors publishes what"
                + " the last build without errors left");
    return false;
  }

  private Store open(PublishTarget to, Path source, Patience patience) throws IOException {
    return new PatientStore(Stores.open(to, source, console.environment()), patience);
  }

  private Caches caches(PublishTarget to, URI site, Patience patience) {
    return to.caches().isEmpty()
        ? Caches.NONE
        : new Caches(
            base(site), Cdns.of(to, site, console.environment(), patience, InstantSource.system()));
  }

  /// The path of a site's URL, without a slash at its end.
  private static String base(URI site) {
    String path = site.getPath() == null ? "" : site.getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private String holder() {
    String who = console.environment().getOrDefault("USER", "");
    String host = console.environment().getOrDefault("HOSTNAME", "");
    String name = who.isEmpty() ? "somebody" : host.isEmpty() ? who : who + " on " + host;
    return name + " (" + UUID.randomUUID().toString().substring(0, 8) + ")";
  }

  private int publish(
      Publisher publisher,
      Path built,
      SiteConfig config,
      PublishTarget to,
      BuildOptions options,
      PublishReport told,
      Set<Allowance> allowed)
      throws IOException {
    try (DirectoryTarget folder = DirectoryTarget.open(built)) {
      LastBuild last = LastBuild.of(folder, options, config.url());
      SiteFolder site =
          new SiteFolder(
              folder, base(config.url()), to.precompressed(), last.commit(), last.refusals());
      return dryRun.<Boolean>getValue()
          ? told.plan(publisher.plan(site), allowed)
          : told.result(publisher.publish(site, allowed), allowed);
    }
  }

  private int tend(Publisher publisher, PublishReport told, Set<Allowance> allowed)
      throws IOException {
    if (list.getValue()) {
      return told.releases(publisher.releases());
    }
    boolean dry = dryRun.getValue();
    if (prune.getValue()) {
      PublishPlan plan = publisher.planPrune();
      told.retired(plan);
      return dry ? told.plan(plan, allowed) : told.result(publisher.prune(allowed), allowed);
    }
    String id = String.valueOf(rollback.<String>getValue());
    return dry
        ? told.plan(publisher.planRollback(id), allowed)
        : told.result(publisher.rollback(id, allowed), allowed);
  }
}
