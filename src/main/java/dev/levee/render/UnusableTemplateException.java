package dev.levee.render;

import java.io.IOException;

/// A template has something in it that no build may depend on.
final class UnusableTemplateException extends IOException {

  private final String template;
  private final int line;
  private final int column;
  private final String what;
  private final String hint;

  UnusableTemplateException(String template, int line, int column, String what, String hint) {
    super(template + ":" + line + ":" + column + ": " + what);
    this.template = template;
    this.line = line;
    this.column = column;
    this.what = what;
    this.hint = hint;
  }

  String template() {
    return template;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  String what() {
    return what;
  }

  String hint() {
    return hint;
  }
}
