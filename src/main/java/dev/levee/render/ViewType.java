package dev.levee.render;

import freemarker.template.TemplateModelException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What templates may ask of one kind of thing: a name for the kind, and a function for each of its
/// variables. The handbook's page on templates lists the same names.
///
/// @param <T> what the variables are read from
final class ViewType<T> {

  private final String name;
  private final Map<String, Variable<T>> variables = new LinkedHashMap<>();

  /// How a variable is read.
  ///
  /// @param <T> what it is read from
  @FunctionalInterface
  interface Variable<T> {
    @Nullable Object of(T subject, Scope scope) throws TemplateModelException;
  }

  ViewType(String name) {
    this.name = name;
  }

  /// Adds a variable. Its value may be anything that [Models] knows.
  ViewType<T> with(String variable, Variable<T> value) {
    variables.put(variable, value);
    return this;
  }

  /// Adds a variable that takes time: a page works it out once, however often it asks.
  ViewType<T> once(String variable, Variable<T> value) {
    return with(variable, (subject, scope) -> scope.once(subject, variable, value));
  }

  String name() {
    return name;
  }

  Set<String> variables() {
    return Collections.unmodifiableSet(variables.keySet());
  }

  @Nullable Variable<T> variable(String variable) {
    return variables.get(variable);
  }

  View<T> of(T subject, Scope scope) {
    return new View<>(this, subject, scope);
  }
}
