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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that reads a site.
final class SiteOptions {

  @Option(
      names = {"-s", "--source"},
      paramLabel = "DIR",
      description = "The folder of the site (default: this one).")
  private Path source = Path.of("");

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "The settings file (default: levee.yaml in the folder of the site).")
  private @Nullable Path config;

  @Option(
      names = {"-D", "--drafts"},
      description = "Publish drafts as well.")
  private boolean drafts;

  @Option(
      names = {"-F", "--future"},
      description = "Publish articles whose time has not come as well.")
  private boolean future;

  @Option(
      names = {"-E", "--expired"},
      description = "Publish articles whose time is over as well.")
  private boolean expired;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      description = "The moment that the site is of (default: SOURCE_DATE_EPOCH, else now).")
  private @Nullable String clock;

  @Option(
      names = {"-b", "--base-url"},
      paramLabel = "URL",
      description = "Where the site will stand, instead of 'url' in the settings.")
  private @Nullable String baseUrl;

  /// What a build of this site is asked for.
  ///
  /// @throws UsageException when an option has a value that cannot be
  BuildOptions build(Console console) throws UsageException {
    if (!Files.isDirectory(source)) {
      throw new UsageException("the folder " + source + " does not exist");
    }
    if (config != null && !Files.isRegularFile(config)) {
      throw new UsageException("the settings file " + config + " does not exist");
    }
    BuildOptions options =
        BuildOptions.of(source, new Publication(instant(console), drafts, future, expired));
    if (config != null) {
      options = options.withSettings(config);
    }
    Optional<URI> url = url();
    return url.isPresent() ? options.withUrl(url.get()) : options;
  }

  private Optional<URI> url() throws UsageException {
    if (baseUrl == null) {
      return Optional.empty();
    }
    Optional<URI> url = SiteConfigReader.parseUrl(baseUrl);
    if (url.isEmpty()) {
      throw new UsageException("--base-url: " + SiteConfigReader.notAUrl(baseUrl));
    }
    return url;
  }

  private Instant instant(Console console) throws UsageException {
    if (clock != null) {
      try {
        return OffsetDateTime.parse(clock).toInstant();
      } catch (DateTimeException e) {
        throw new UsageException(
            "--clock: '" + clock + "' is not an instant such as 2016-11-08T21:30:00Z");
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
