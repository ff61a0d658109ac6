package dev.levee.render;

import freemarker.core.TemplateProcessingTracer.TracedElement;

/// Templates include or call one another without end.
final class EndlessTemplateException extends RuntimeException {

  private final String template;
  private final int line;
  private final int column;
  private final String call;

  /// @param call the element that leads to itself
  EndlessTemplateException(TracedElement call) {
    super(call.getDescription());
    this.template = call.getTemplate().getName();
    this.line = call.getBeginLine();
    this.column = call.getBeginColumn();
    this.call = call.getDescription();
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

  String call() {
    return call;
  }
}
