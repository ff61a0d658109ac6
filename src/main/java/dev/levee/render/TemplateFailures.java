package dev.levee.render;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.Theme;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What went wrong in templates: each mistake once, however many pages meet it.
final class TemplateFailures {

  /// What FreeMarker tells of its own insides, and the advice it gives to Java programmers.
  private static final Pattern INSIDES = Pattern.compile(" ?\\(wrapper: [^)]*\\)|:$");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) +(?=[\\p{Lu}(])");
  private static final Pattern PLAIN_NAME = Pattern.compile("\\w+");

  private final Theme theme;
  private final Map<Failure, NavigableSet<String>> pages = new ConcurrentHashMap<>();

  private record Failure(ProblemCode code, Location at, String message, String hint) {}

  TemplateFailures(Theme theme) {
    this.theme = theme;
  }

  /// Notes that a page could not be rendered.
  ///
  /// @param template the template that the page asked for
  /// @param variables what the template may name
  /// @param page what was being rendered
  void add(Exception e, String template, Collection<String> variables, String page) {
    switch (origin(e)) {
      case ParseException syntax -> syntax(syntax, page);
      case UnusableTemplateException unusable -> unusable(unusable, page);
      case EndlessTemplateException endless -> endless(endless, page);
      case TemplateNotFoundException none ->
          missing(none.getTemplateName(), called(e, template), page);
      case TemplateException failed -> failed(failed, variables, page);
      case Throwable unreadable ->
          note(
              ProblemCode.TEMPLATE_ERROR,
              called(e, template),
              "this cannot be read: " + unreadable.getMessage(),
              "",
              page);
    }
  }

  /// What began it: FreeMarker wraps what happens while it loads a template, and again when a
  /// template that could not be loaded is asked for once more.
  private static Throwable origin(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof EndlessTemplateException) {
        return cause.getCause() instanceof IOException inner ? inner : cause;
      }
    }
    return e;
  }

  /// Where a template was asked for.
  private Location called(Exception e, String template) {
    return e instanceof TemplateException include
        ? at(include)
        : Location.of(theme.label(template));
  }

  /// Hands the mistakes over, each with the first page that met it.
  void report(Problems problems) {
    pages.forEach((failure, met) -> {
      String others = met.size() == 1 ? "" : " and " + (met.size() - 1) + " more";
      problems.add(
          failure.code(),
          failure.at(),
          failure.message() + " (rendering " + met.first() + others + ")",
          failure.hint());
    });
    pages.clear();
  }

  /// Notes that a template nests deeper than the machine can follow.
  void tooDeep(String template, String page) {
    note(
        ProblemCode.TEMPLATE_ERROR,
        Location.of(theme.label(template)),
        "this template nests too deeply",
        "part it into macros",
        page);
  }

  private void syntax(ParseException e, String page) {
    Location at = at(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber());
    // only the second sentence of this one names what is not closed
    boolean unclosed = String.valueOf(e.getEditorMessage()).startsWith("Unexpected end of file");
    String message =
        "this is not valid FreeMarker: " + sentences(e.getEditorMessage(), unclosed ? 2 : 1);
    note(ProblemCode.TEMPLATE_SYNTAX, at, message, "", page);
  }

  private void failed(TemplateException e, Collection<String> variables, String page) {
    Location at = at(e);
    switch (e) {
      case TemplateMistake mistake ->
          note(ProblemCode.TEMPLATE_ERROR, at, mistake.what(), mistake.hint(), page);
      case InvalidReferenceException none ->
          absent(String.valueOf(none.getBlamedExpressionString()), at, variables, page);
      default -> {
        TemplateException inner = e.getCause() instanceof TemplateException cause ? cause : e;
        String message = firstSentence(inner.getMessageWithoutStackTop());
        note(ProblemCode.TEMPLATE_ERROR, at, message, "", page);
      }
    }
  }

  private void absent(String expression, Location at, Collection<String> variables, String page) {
    String test = "test it with <#if " + expression + "??>";
    boolean plain = PLAIN_NAME.matcher(expression).matches();
    note(
        ProblemCode.TEMPLATE_ERROR,
        at,
        "'" + expression + "' is missing here",
        plain ? NearestWord.hint(expression, variables, test) : test,
        page);
  }

  private void missing(String name, Location at, String page) {
    note(
        ProblemCode.MISSING_TEMPLATE,
        at,
        "there is no template '" + name + "'",
        NearestWord.hint(
            name,
            theme.names().stream().filter(n -> n.endsWith(Templates.ENDING)).toList(),
            "write it, or take the call out"),
        page);
  }

  private void unusable(UnusableTemplateException e, String page) {
    Location at = at(e.template(), e.line(), e.column());
    note(ProblemCode.TEMPLATE_ERROR, at, e.what(), e.hint(), page);
  }

  private void endless(EndlessTemplateException e, String page) {
    note(
        ProblemCode.TEMPLATE_ERROR,
        at(e.template(), e.line(), e.column()),
        "'" + e.call() + "' leads back to itself without end",
        "look for an <#include> or a macro that comes round to this one",
        page);
  }

  private void note(ProblemCode code, Location at, String message, String hint, String page) {
    pages
        .computeIfAbsent(
            new Failure(code, at, message, hint), failure -> new ConcurrentSkipListSet<>())
        .add(page);
  }

  /// Where it failed.
  Location at(TemplateException e) {
    return at(e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber());
  }

  private Location at(@Nullable String template, @Nullable Integer line, @Nullable Integer column) {
    return new Location(theme.label(String.valueOf(template)), number(line), number(column));
  }

  private static int number(@Nullable Integer number) {
    return number == null ? 0 : Math.max(0, number);
  }

  private static String firstSentence(@Nullable String message) {
    return sentences(message, 1);
  }

  /// The first sentences of the first line of a message, in which FreeMarker says what is wrong;
  /// below it are advice and its own insides.
  private static String sentences(@Nullable String message, int count) {
    String line = message == null ? "it failed" : message.strip().lines().findFirst().orElse("");
    String[] sentences = SENTENCE_END.split(line, count + 1);
    String said =
        String.join(" ", List.of(sentences).subList(0, Math.min(count, sentences.length)));
    String plain = INSIDES.matcher(said).replaceAll("");
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
