package dev.levee.render;

import dev.levee.problem.NearestWord;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import org.jspecify.annotations.Nullable;

/// One thing as a template sees it: read-only, and with no way to anything that its type does not
/// name.
///
/// @param scope the page that is being rendered
record View<T>(ViewType<T> type, T subject, Scope scope) implements TemplateHashModel {

  @Override
  public @Nullable TemplateModel get(String key) throws TemplateModelException {
    ViewType.Variable<T> variable = type.variable(key);
    if (variable == null) {
      throw new TemplateMistake(
          "'" + type.name() + "' has no '" + key + "'",
          NearestWord.hint(key, type.variables(), "it has " + String.join(", ", type.variables())));
    }
    return Models.INSTANCE.wrap(variable.of(subject, scope));
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
