package dev.levee.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What templates may ask of one kind of thing: a name for the kind, and a function for each of its
/// variables. The handbook's page on templates lists the same names.
///
/// @param <T> what the variables are read from
final class ViewType<T> {

  private final String name;
  private final Map<String, BiFunction<T, Scope, @Nullable Object>> variables =
      new LinkedHashMap<>();

  ViewType(String name) {
    this.name = name;
  }

  /// Adds a variable. Its value may be anything that [Models] knows.
  ViewType<T> with(String variable, BiFunction<T, Scope, @Nullable Object> value) {
    variables.put(variable, value);
    return this;
  }

  String name() {
    return name;
  }

  Set<String> variables() {
    return Collections.unmodifiableSet(variables.keySet());
  }

  @Nullable BiFunction<T, Scope, @Nullable Object> variable(String variable) {
    return variables.get(variable);
  }

  View<T> of(T subject, Scope scope) {
    return new View<>(this, subject, scope);
  }
}
