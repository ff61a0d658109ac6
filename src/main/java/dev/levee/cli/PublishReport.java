package dev.levee.cli;

import dev.levee.config.PublishTarget;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.publish.Allowance;
import dev.levee.publish.Caches;
import dev.levee.publish.Caches.Asked;
import dev.levee.publish.Progress;
import dev.levee.publish.PublishPlan;
import dev.levee.publish.Publisher;
import dev.levee.publish.Publisher.Noted;
import dev.levee.publish.Refusal;
import dev.levee.publish.Release;
import dev.levee.publish.Release.Retired;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Shows people and machines what a publish does.
final class PublishReport {

  private static final int SHOWN = 20;
  private static final long KILO = 1_000;

  private final Console console;
  private final ReportOptions options;
  private final PublishTarget target;
  private final Caches caches;
  private final Path source;
  private final ProgressLine line;

  PublishReport(
      Console console, ReportOptions options, PublishTarget target, Caches caches, Path source) {
    this.console = console;
    this.options = options;
    this.target = target;
    this.caches = caches;
    this.source = source;
    this.line = new ProgressLine(console.err(), console.live() && !options.quiet());
  }

  /// Where a publish tells how far it is.
  Progress progress() {
    return new Progress() {
      @Override
      public void begins(PublishPlan plan) {
        warn(plan);
      }

      @Override
      public void at(int done, int total, long bytes) {
        line.at("publishing, " + size(bytes), done, total);
      }
    };
  }

  /// What would be done.
  ///
  /// @return the exit code
  int plan(PublishPlan plan, Collection<Allowance> allowed) {
    boolean refused = Publisher.isRefused(plan, allowed);
    if (options.json()) {
      console.out().println(json(plan).add("published", false).build());
    } else {
      warn(plan);
      print("put", plan.puts().stream().map(this::inWords).toList());
      print("delete", plan.deletes().stream().map(OutputPath::value).toList());
      caches.asked(plan.release().outdated()).forEach(this::wouldAsk);
      say(
          plan.isNothing()
              ? target.url() + " is as it should be; nothing would be done"
              : "would publish to " + target.url() + ": " + counts(plan));
      refuse(plan, allowed);
    }
    return refused ? ExitCode.SITE : ExitCode.DONE;
  }

  private void wouldAsk(Asked asked) {
    print("invalidate", asked.addresses());
    say("would ask " + inWords(asked));
  }

  private static String inWords(Asked asked) {
    int count = asked.addresses().size();
    return asked.cdn().name()
        + " to forget "
        + (asked.all() ? "everything" : count + (count == 1 ? " address" : " addresses"));
  }

  private String inWords(Staged staged) {
    return staged.path() + "  " + staged.kind().word() + ", " + size(staged.size());
  }

  private void print(String what, List<String> lines) {
    int most = options.verbose() ? Integer.MAX_VALUE : SHOWN;
    lines.stream().limit(most).forEach(line -> say(what + " " + line));
    if (lines.size() > most) {
      say("… and " + (lines.size() - most) + " more to " + what + "; --verbose shows them all");
    }
  }

  /// What was done, or why nothing was.
  ///
  /// @return the exit code
  int result(Publisher.Result result, Collection<Allowance> allowed) {
    line.clear();
    PublishPlan plan = result.plan();
    boolean refused = Publisher.isRefused(plan, allowed);
    if (options.json()) {
      boolean published = result.applied().isPresent();
      console
          .out()
          .println(
              json(plan)
                  .add("published", published)
                  .add("invalidated", published && result.untold().isEmpty())
                  .build());
    } else {
      if (result.applied().isPresent()) {
        say(
            "published to "
                + target.url()
                + ": "
                + counts(plan)
                + ", release "
                + plan.release().id());
      } else {
        warn(plan);
      }
      if (result.applied().isPresent() && result.untold().isEmpty()) {
        caches.asked(plan.release().outdated()).forEach(asked -> say("asked " + inWords(asked)));
      }
      if (result.applied().isEmpty() && !refused) {
        say(target.url() + " is as it should be; nothing was done");
      }
      refuse(plan, allowed);
    }
    result
        .warnings()
        .forEach(why ->
            console
                .err()
                .println("levee: warning: the release stands, but " + SourceLines.printable(why)));
    result
        .untold()
        .forEach(why ->
            console
                .err()
                .println(
                    "levee: the release stands, but a cache was not told of it: "
                        + SourceLines.printable(why)
                        + "; the next publish tells it"));
    if (!result.untold().isEmpty()) {
      return ExitCode.OUTSIDE;
    }
    return refused ? ExitCode.SITE : ExitCode.DONE;
  }

  private void refuse(PublishPlan plan, Collection<Allowance> allowed) {
    for (Refusal refusal : plan.refusals()) {
      if (!allowed.contains(refusal.what())) {
        console
            .err()
            .println(
                "levee: "
                    + SourceLines.printable(refusal.why())
                    + "; nothing was changed. --allow "
                    + refusal.what().word()
                    + " does it all the same");
      }
    }
  }

  /// Says which commit is replaced, and that it should not be when it is the newer one.
  private void warn(PublishPlan plan) {
    if (options.json()) {
      return;
    }
    String before = plan.before().map(Release::commit).orElse("");
    String now = plan.release().commit();
    if (before.isEmpty() || before.equals(now) || !before.matches("[0-9a-f]{7,64}")) {
      return;
    }
    String words = SourceLines.printable(Commit.inWords(source, before));
    if (!now.isEmpty() && Commit.isBefore(source, now, before)) {
      console.err().println("levee: warning: the release there is newer: " + words);
    } else {
      say("there now: " + words);
    }
  }

  private static String counts(PublishPlan plan) {
    return Reporter.plural(plan.puts().size(), "file")
        + " put ("
        + size(plan.bytes())
        + "), "
        + plan.deletes().size()
        + " deleted, "
        + plan.unchanged()
        + " unchanged"
        + (plan.retired().isEmpty()
            ? ""
            : ", " + plan.retired().size() + " kept for readers of older pages");
  }

  private static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO ? bytes / KILO + " KB" : bytes / (KILO * KILO) + " MB";
  }

  /// The files that stay for readers of older pages, and until when.
  void retired(PublishPlan plan) {
    if (!options.json()) {
      for (Map.Entry<OutputPath, Retired> old : plan.retired().entrySet()) {
        say(
            "keep "
                + old.getKey()
                + "  until "
                + PublishPlan.leaves(old.getValue(), target)
                + " and until there are "
                + Math.max(0, target.keepReleases() - old.getValue().releases())
                + " more releases");
      }
    }
  }

  /// The releases that are there.
  ///
  /// @return the exit code
  int releases(List<Noted> releases) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (int i = 0; i < releases.size(); i++) {
      Noted noted = releases.get(i);
      array.add(json(noted));
      if (!options.json()) {
        String state = i > 0 || !noted.damage().isEmpty() ? "" : state(noted);
        say(noted.release().map(PublishReport::inWords).orElse(unreadable(noted)) + state);
      }
    }
    if (options.json()) {
      console.out().println(array.build());
    }
    return ExitCode.DONE;
  }

  private static String inWords(Release release) {
    return release.id()
        + "  "
        + Reporter.plural(release.items().size(), "file")
        + (release.commit().isEmpty() ? "" : "  " + release.commit());
  }

  private static String unreadable(Noted noted) {
    return noted.id() + "  unreadable: " + noted.damage();
  }

  private static String state(Noted first) {
    return first.release().filter(Release::isFinished).isPresent()
        ? "  there now"
        : "  not finished";
  }

  private static JsonObjectBuilder json(Noted noted) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("id", noted.id());
    noted
        .release()
        .ifPresentOrElse(
            release ->
                json.add("made", release.made().toString())
                    .add("commit", release.commit())
                    .add("files", release.items().size())
                    .add("finished", release.isFinished()),
            () -> json.add("damage", noted.damage()));
    return json;
  }

  private JsonObjectBuilder json(PublishPlan plan) {
    JsonArrayBuilder puts = Json.createArrayBuilder();
    for (Staged staged : plan.puts()) {
      puts.add(
          Json.createObjectBuilder()
              .add("path", staged.path().value())
              .add("kind", staged.kind().word())
              .add("bytes", staged.size()));
    }
    JsonArrayBuilder deletes = Json.createArrayBuilder();
    plan.deletes().forEach(path -> deletes.add(path.value()));
    JsonArrayBuilder kept = Json.createArrayBuilder();
    plan.retired()
        .forEach((path, old) ->
            kept.add(
                Json.createObjectBuilder()
                    .add("path", path.value())
                    .add("until", PublishPlan.leaves(old, target).toString())));
    JsonArrayBuilder refused = Json.createArrayBuilder();
    plan.refusals()
        .forEach(refusal ->
            refused.add(
                Json.createObjectBuilder()
                    .add("allow", refusal.what().word())
                    .add("message", refusal.why())));
    JsonArrayBuilder invalidate = Json.createArrayBuilder();
    for (Asked asked : caches.asked(plan.release().outdated())) {
      invalidate.add(
          Json.createObjectBuilder()
              .add("cache", asked.cdn().name())
              .add("all", asked.all())
              .add("addresses", Json.createArrayBuilder(asked.addresses())));
    }
    return Json.createObjectBuilder()
        .add("target", target.name())
        .add("url", target.url())
        .add("release", plan.release().id())
        .add("replaces", plan.before().map(Release::id).orElse(""))
        .add("puts", puts)
        .add("deletes", deletes)
        .add("kept", kept)
        .add("unchanged", plan.unchanged())
        .add("bytes", plan.bytes())
        .add("invalidate", invalidate)
        .add("refusals", refused);
  }

  private void say(String text) {
    if (!options.quiet() && !options.json()) {
      console.out().println(SourceLines.printable(text));
    }
  }
}
