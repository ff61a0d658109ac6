package dev.levee.markdown;

import dev.levee.markdown.MarkdownOptions.Html;

/// What the writers of one page have in common.
///
/// @param excerpt whether the HTML goes into a list with that of other documents
record Rendering(
    MarkdownOptions options, Dialect dialect, RenderHooks hooks, Survey survey, boolean excerpt) {

  boolean additions() {
    return dialect == Dialect.LEVEE;
  }

  boolean escapesHtml() {
    return options.html() == Html.ESCAPE;
  }

  /// What takes the place of a slot.
  ///
  /// @param inline whether it stands within a line, so that a single paragraph needs no `<p>`
  String html(Slot slot, boolean inline) {
    return switch (slot) {
      case Slot.Literal literal -> escape(literal.shown());
      case Slot.Code code -> hooks.shortcodes().render(code.shortcode(), () -> inner(code, inline));
    };
  }

  private String inner(Slot.Code code, boolean inline) {
    return code.inner()
        .map(
            f -> inline ? new BlockWriter(this, f).writeInline() : new BlockWriter(this, f).write())
        .orElse("");
  }

  /// Text as HTML, fit for attributes in double quotes as well.
  static String escape(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(text, out);
    return out.toString();
  }

  static void escape(CharSequence text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
