package dev.levee.render;

import dev.levee.site.PublishedFiles;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// FreeMarker's configuration, which all templates are taken from: notes for the page that is being
/// rendered which ones it includes and imports.
final class NotingConfiguration extends Configuration {

  /// What a question calls all folders together.
  static final String ANYWHERE = "*";

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
    Reads reads =
        environment != null && environment.getCustomAttribute(READS) instanceof Reads own
            ? own
            : Reads.forgetting();
    boolean nearest = name.indexOf('*') >= 0; // in the first of several folders that has it
    if (nearest) {
      reads.note(Topic.TEMPLATES, ANYWHERE);
    } else {
      PublishedFiles.contentPath("", name).ifPresent(plain -> reads.note(Topic.TEMPLATE, plain));
    }
    Template template =
        super.getTemplate(
            name, locale, customLookupCondition, encoding, parseAsTemplate, ignoreMissing);
    if (template != null) {
      reads.note(Topic.TEMPLATE, template.getSourceName());
    }
    return template;
  }
}
