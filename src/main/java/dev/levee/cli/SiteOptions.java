package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.config.SiteConfigReader;
import dev.levee.site.Publication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of every command that reads a site.
final class SiteOptions {

  private final OptionSpec source =
      Arguments.path("DIR", "The folder of the site (default: this one).", "-s", "--source");

  private final OptionSpec config =
      Arguments.path(
          "FILE",
          "The settings file (default: levee.yaml in the folder of the site).",
          "-c",
          "--config");

  private final OptionSpec drafts = Arguments.flag("Publish drafts as well.", "-D", "--drafts");

  private final OptionSpec future =
      Arguments.flag("Publish articles whose time has not come as well.", "-F", "--future");

  private final OptionSpec expired =
      Arguments.flag("Publish articles whose time is over as well.", "-E", "--expired");

  private final OptionSpec clock =
      Arguments.option(
          String.class,
          "INSTANT",
          "The moment that the site is of (default: SOURCE_DATE_EPOCH, else now).",
          "--clock");

  private final OptionSpec baseUrl =
      Arguments.option(
          String.class,
          "URL",
          "Where the site will stand, instead of 'url' in the settings.",
          "-b",
          "--base-url");

  /// Has a command take them.
  ///
  /// @return the command
  CommandSpec addTo(CommandSpec command) {
    return command
        .addOption(source)
        .addOption(config)
        .addOption(drafts)
        .addOption(future)
        .addOption(expired)
        .addOption(clock)
        .addOption(baseUrl);
  }

  /// What a build of this site is asked for.
  ///
  /// @throws UsageException when an option has a value that cannot be
  BuildOptions build(Console console) throws UsageException {
    @Nullable Path given = source.getValue();
    Path folder = given == null ? Path.of("") : given;
    if (!Files.isDirectory(folder)) {
      throw new UsageException("the folder " + folder + " does not exist");
    }
    BuildOptions options =
        BuildOptions.of(
                folder,
                new Publication(
                    instant(console), drafts.getValue(), future.getValue(), expired.getValue()))
            .withPath(path(console.environment()));
    @Nullable Path settings = config.getValue();
    if (settings != null) {
      if (!Files.isRegularFile(settings)) {
        throw new UsageException("the settings file " + settings + " does not exist");
      }
      options = options.withSettings(settings);
    }
    Optional<URI> url = url();
    return url.isPresent() ? options.withUrl(url.get()) : options;
  }

  /// The option of the commands that make pages.
  static OptionSpec surge() {
    return Arguments.flag(
        "Make every page of text alone, for the day when everybody comes.", "--surge");
  }

  /// Windows calls it `Path`.
  private static String path(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("");
  }

  /// Whether a moment is asked for.
  boolean hasClock() {
    return clock.getValue() != null;
  }

  private Optional<URI> url() throws UsageException {
    @Nullable String text = baseUrl.getValue();
    if (text == null) {
      return Optional.empty();
    }
    Optional<URI> url = SiteConfigReader.parseUrl(text);
    if (url.isEmpty()) {
      throw new UsageException("--base-url: " + SiteConfigReader.notAUrl(text));
    }
    return url;
  }

  private Instant instant(Console console) throws UsageException {
    @Nullable String moment = clock.getValue();
    if (moment != null) {
      try {
        return OffsetDateTime.parse(moment).toInstant();
      } catch (DateTimeException e) {
        throw new UsageException(
            "--clock: '" + moment + "' is not an instant such as 2016-11-08T21:30:00Z");
      }
    }
    return now(console);
  }

  /// The moment that the environment names in `SOURCE_DATE_EPOCH`, else that of the machine.
  static Instant now(Console console) throws UsageException {
    String epoch = console.environment().getOrDefault("SOURCE_DATE_EPOCH", "");
    if (epoch.isEmpty()) {
      return Instant.now();
    }
    try {
      return Instant.ofEpochSecond(Long.parseLong(epoch));
    } catch (NumberFormatException | DateTimeException e) {
      throw new UsageException("SOURCE_DATE_EPOCH: '" + epoch + "' is not a number of seconds");
    }
  }
}
