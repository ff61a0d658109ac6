package dev.levee.render;

import dev.levee.problem.NearestWord;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// One thing as a template sees it: read-only, and with no way to anything that its type does not
/// name.
///
/// @param scope the page that is being rendered
record View<T>(ViewType<T> type, T subject, Scope scope) implements TemplateHashModel {

  @Override
  public @Nullable TemplateModel get(String key) throws TemplateModelException {
    BiFunction<T, Scope, @Nullable Object> variable = type.variable(key);
    if (variable == null) {
      throw new TemplateModelException(
          NearestWord.to(key, type.variables())
              .map(near ->
                  "'" + type.name() + "' has no '" + key + "'; did you mean '" + near + "'?")
              .orElse("'" + type.name() + "' has no '" + key + "'"));
    }
    return Models.INSTANCE.wrap(variable.apply(subject, scope));
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
