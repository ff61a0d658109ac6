package dev.levee.render;

import dev.levee.config.SiteConfig;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.source.Theme;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import freemarker.cache.MruCacheStorage;
import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.StopException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The templates of a site, safe to process: no class can be named, nothing outside the theme can
/// be included, and what goes wrong becomes a problem with its place.
public final class Templates {

  static final String ENDING = ".ftlh";

  private static final List<String> USUAL =
      List.of("base.ftlh", "article.ftlh", "list.ftlh", "section.ftlh", "term.ftlh", "home.ftlh");

  private final Theme theme;
  private final SiteConfig config;
  private final Configuration configuration;
  private final TemplateFailures failures;
  private final Map<String, LongAdder> nanoseconds = new ConcurrentHashMap<>();

  /// Made when first asked for.
  private volatile @Nullable ThemeWords words;

  /// The templates of a theme.
  public Templates(Theme theme, SiteConfig config) {
    this.theme = theme;
    this.config = config;
    this.failures = new TemplateFailures(theme);
    TimeZone zone = TimeZone.getTimeZone(config.timezone());
    this.configuration = configuration(theme, config.language(), zone);
  }

  /// What the theme says by itself, in the language of the site.
  ThemeWords words() {
    ThemeWords known = words;
    if (known == null) {
      known = new ThemeWords(theme, config);
      words = known;
    }
    return known;
  }

  /// Reads those that nearly every site renders, for whoever has the time before the first page.
  /// What is wrong with one is told when a page needs it.
  public void warmUp() {
    for (String name : USUAL) {
      if (theme.has(name)) {
        try {
          configuration.getTemplate(name);
        } catch (IOException e) {
          return; // a template that cannot be parsed, among others
        }
      }
    }
  }

  private static Configuration configuration(Theme theme, Locale language, TimeZone zone) {
    Configuration configuration = new NotingConfiguration();
    configuration.setObjectWrapper(Models.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateLoader(new ThemeLoader(theme));
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setCacheStorage(new MruCacheStorage(1_000, 0));
    configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
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
    configuration.setAttemptExceptionReporter((e, environment) -> {});
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    return configuration;
  }

  /// The first of these templates that exists.
  Optional<String> first(List<String> names, Reads reads) {
    for (String name : names) {
      reads.note(Topic.TEMPLATE, name);
      if (theme.has(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// Where the template stands that this thread is processing.
  Location place() {
    return failures.at(new TemplateMistake("", ""));
  }

  /// The hash of a template's text.
  long digest(String name) {
    return theme.digest(name);
  }

  /// The names of the templates directly in a folder, without the folder and the ending; those of
  /// all files in the folder that stands for all.
  Collection<String> names(String folder) {
    if (folder.equals(NotingConfiguration.ANYWHERE)) {
      return theme.names();
    }
    return theme.names().stream()
        .filter(n -> n.startsWith(folder) && n.endsWith(ENDING))
        .map(n -> n.substring(folder.length(), n.length() - ENDING.length()))
        .filter(n -> !n.contains("/"))
        .toList();
  }

  /// What a template prints; nothing, with a failure, when it cannot.
  ///
  /// @param page what is being rendered, for messages
  Optional<String> render(
      String name, Map<String, @Nullable Object> variables, String page, Reads reads) {
    return render(
        name, variables, page, reads, e -> failures.add(e, name, variables.keySet(), page));
  }

  /// The same for a template that may give up: for a reason of its own, with `<#stop>`, or because
  /// it refuses what it was given.
  ///
  /// @param stopped hears of the reason
  Optional<String> render(
      String name,
      Map<String, @Nullable Object> variables,
      String page,
      Reads reads,
      Consumer<StopException> stopped) {
    long start = System.nanoTime();
    try {
      PageWriter out = new PageWriter();
      Environment environment =
          configuration.getTemplate(name).createProcessingEnvironment(variables, out);
      NotingConfiguration.setReads(environment, reads);
      environment.setTemplateProcessingTracer(new Nesting());
      environment.process();
      return Optional.of(out.toString());
    } catch (StopException e) {
      stopped.accept(e);
    } catch (RefusedShortcode e) {
      // its author has been told
    } catch (TemplateException | IOException | EndlessTemplateException e) {
      failures.add(e, name, variables.keySet(), page);
    } catch (StackOverflowError e) {
      failures.tooDeep(name, page);
    } finally {
      nanoseconds.computeIfAbsent(name, n -> new LongAdder()).add(System.nanoTime() - start);
    }
    return Optional.empty();
  }

  /// How long each template took in all, with what it includes.
  Map<String, Duration> times() {
    Map<String, Duration> times = new TreeMap<>();
    nanoseconds.forEach((name, time) -> times.put(name, Duration.ofNanos(time.sum())));
    return times;
  }

  /// Hands over what went wrong since this was last asked.
  void report(Problems problems) {
    failures.report(problems);
  }
}
