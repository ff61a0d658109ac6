package dev.levee.render;

import freemarker.template.TemplateModelException;

/// A template asks one of our models for something that it does not have.
final class TemplateMistake extends TemplateModelException {

  private final String what;
  private final String hint;

  TemplateMistake(String what, String hint) {
    super(what);
    this.what = what;
    this.hint = hint;
  }

  String what() {
    return what;
  }

  String hint() {
    return hint;
  }
}
