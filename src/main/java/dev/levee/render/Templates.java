package dev.levee.render;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.Theme;
import freemarker.cache.MruCacheStorage;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// The templates of a site, safe to process: no class can be named, nothing outside the theme can
/// be included, and what goes wrong becomes a problem with its place.
final class Templates {

  private static final String ENDING = ".ftlh";

  private final Theme theme;
  private final Problems problems;
  private final Configuration configuration;
  private final ConcurrentMap<Failure, Pages> failures = new ConcurrentHashMap<>();

  /// A mistake in a template, however many pages meet it.
  private record Failure(ProblemCode code, Location at, String message, String hint) {}

  /// The pages that met a mistake: the first in order, and how many.
  private record Pages(String first, int count) {
    Pages and(Pages other) {
      String earlier = first.compareTo(other.first) <= 0 ? first : other.first;
      return new Pages(earlier, count + other.count);
    }
  }

  Templates(Theme theme, Locale language, TimeZone zone, Problems problems) {
    this.theme = theme;
    this.problems = problems;
    this.configuration = configuration(theme, language, zone);
  }

  private static Configuration configuration(Theme theme, Locale language, TimeZone zone) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setObjectWrapper(Models.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateLoader(new ThemeLoader(theme));
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setCacheStorage(new MruCacheStorage(1_000, 0));
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setLocale(language);
    configuration.setTimeZone(zone);
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    return configuration;
  }

  /// The first of these templates that exists.
  Optional<String> first(List<String> names) {
    return names.stream().filter(theme::has).findFirst();
  }

  /// The names of the templates directly in a folder, without the folder and the ending.
  Collection<String> names(String folder) {
    return theme.names().stream()
        .filter(n -> n.startsWith(folder) && n.endsWith(ENDING))
        .map(n -> n.substring(folder.length(), n.length() - ENDING.length()))
        .filter(n -> !n.contains("/"))
        .toList();
  }

  /// What a template prints; nothing, with a problem, when it fails.
  ///
  /// @param page what is being rendered, for the problem
  Optional<String> render(String name, Map<String, @Nullable Object> variables, String page) {
    try {
      StringWriter out = new StringWriter(8192);
      Template template = configuration.getTemplate(name);
      template.process(variables, out);
      return Optional.of(out.toString());
    } catch (ParseException e) {
      syntax(e, page);
    } catch (TemplateNotFoundException e) {
      missing(e.getTemplateName(), Location.of(theme.label(name)), page);
    } catch (TemplateException e) {
      failed(e, page);
    } catch (IOException e) {
      note(
          ProblemCode.TEMPLATE_ERROR,
          Location.of(theme.label(name)),
          "this cannot be read: " + e.getMessage(),
          "",
          page);
    } catch (StackOverflowError e) {
      note(
          ProblemCode.TEMPLATE_ERROR,
          Location.of(theme.label(name)),
          "this template includes or calls itself without end",
          "look for an <#include> or a macro that leads back to itself",
          page);
    }
    return Optional.empty();
  }

  /// Hands the mistakes over, each once, with the first page that met it.
  void report() {
    failures.forEach((failure, pages) -> {
      String others = pages.count() == 1 ? "" : " and " + (pages.count() - 1) + " more";
      problems.add(
          failure.code(),
          failure.at(),
          failure.message() + " (rendering " + pages.first() + others + ")",
          failure.hint());
    });
    failures.clear();
  }

  private void syntax(ParseException e, String page) {
    String template = String.valueOf(e.getTemplateName());
    String message = firstLine(e.getEditorMessage());
    Location at =
        new Location(
            theme.label(template),
            Math.max(0, e.getLineNumber()),
            Math.max(0, e.getColumnNumber()));
    note(ProblemCode.TEMPLATE_SYNTAX, at, "this is not valid FreeMarker: " + message, "", page);
  }

  private void failed(TemplateException e, String page) {
    String template = String.valueOf(e.getTemplateSourceName());
    Location at =
        new Location(theme.label(template), number(e.getLineNumber()), number(e.getColumnNumber()));
    if (e.getCause() instanceof ParseException syntax) {
      syntax(syntax, page);
    } else if (e.getCause() instanceof TemplateNotFoundException included) {
      missing(included.getTemplateName(), at, page);
    } else if (e instanceof InvalidReferenceException) {
      String expression = String.valueOf(e.getBlamedExpressionString());
      note(
          ProblemCode.TEMPLATE_ERROR,
          at,
          "'" + expression + "' is missing here",
          "test it with <#if " + expression + "??> or give a default: ${" + expression + "!'…'}",
          page);
    } else {
      String message =
          e.getCause() instanceof IllegalStateException ours
              ? String.valueOf(ours.getMessage())
              : firstLine(e.getMessageWithoutStackTop());
      note(ProblemCode.TEMPLATE_ERROR, at, message, "", page);
    }
  }

  private void missing(String name, Location at, String page) {
    List<String> known = theme.names().stream().filter(n -> n.endsWith(ENDING)).toList();
    note(
        ProblemCode.MISSING_TEMPLATE,
        at,
        "there is no template '" + name + "'",
        NearestWord.hint(name, known, "write it, or take the call out"),
        page);
  }

  private void note(ProblemCode code, Location at, String message, String hint, String page) {
    failures.merge(new Failure(code, at, message, hint), new Pages(page, 1), Pages::and);
  }

  private static int number(@Nullable Integer number) {
    return number == null ? 0 : Math.max(0, number);
  }

  private static String firstLine(@Nullable String message) {
    String text = message == null ? "it failed" : message.strip();
    int end = text.indexOf('\n');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}
