package dev.levee.render;

import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// FreeMarker's configuration, which all templates are taken from: notes for the page that is being
/// rendered which ones it includes and imports.
final class NotingConfiguration extends Configuration {

  private static final String READS = "dev.levee.reads";

  NotingConfiguration() {
    super(VERSION_2_3_34);
  }

  /// Says who notes what a template takes in.
  static void setReads(Environment environment, Reads reads) {
    environment.setCustomAttribute(READS, reads);
  }

  @Override
  public @Nullable Template getTemplate(
      String name,
      @Nullable Locale locale,
      @Nullable Object customLookupCondition,
      @Nullable String encoding,
      boolean parseAsTemplate,
      boolean ignoreMissing)
      throws IOException {
    Environment environment = Environment.getCurrentEnvironment();
    if (environment != null && environment.getCustomAttribute(READS) instanceof Reads reads) {
      if (name.indexOf('*') >= 0) {
        reads.note(Topic.TEMPLATES, ""); // looked for in several folders
      }
      Path path = Path.of("/" + name).normalize();
      reads.note(Topic.TEMPLATE, path.toString().substring(1).replace('\\', '/'));
    }
    return super.getTemplate(
        name, locale, customLookupCondition, encoding, parseAsTemplate, ignoreMissing);
  }
}
