package dev.levee.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;

/// Functions that templates call with one text.
final class Functions {

  private Functions() {}

  /// What a function gives for a text.
  interface OfText {
    Object apply(String text) throws TemplateModelException;
  }

  /// @param name what the template calls it, for messages
  static TemplateMethodModelEx ofText(String name, OfText function) {
    return arguments -> {
      if (arguments.size() == 1 && arguments.getFirst() instanceof TemplateScalarModel text) {
        return Models.INSTANCE.wrap(function.apply(text.getAsString()));
      }
      throw new TemplateMistake(name + "(…) takes one text", "such as " + name + "(\"…\")");
    };
  }
}
