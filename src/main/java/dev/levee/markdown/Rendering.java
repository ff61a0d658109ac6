package dev.levee.markdown;

import dev.levee.markdown.MarkdownOptions.Html;
import dev.levee.problem.Location;
import java.util.regex.Pattern;

/// What the writers of one page have in common.
///
/// @param excerpt whether the HTML goes into a list with that of other documents
record Rendering(MarkdownOptions options, RenderHooks hooks, Survey survey, boolean excerpt) {

  /// The tags that GitHub's tag filter makes text.
  private static final Pattern TAKES_OVER =
      Pattern.compile(
          "<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)"
              + "(?:[\\s/>]|$))",
          Pattern.CASE_INSENSITIVE);

  boolean additions() {
    return options.additions();
  }

  boolean escapesHtml() {
    return options.html() == Html.ESCAPE;
  }

  /// HTML that an author wrote, as the settings want it.
  String rawHtml(String html) {
    if (escapesHtml()) {
      return escape(html);
    }
    return options.dialect() == Dialect.GFM ? TAKES_OVER.matcher(html).replaceAll("&lt;") : html;
  }

  /// A formula as MathML, or as its author wrote it where that fails.
  String formula(String tex, boolean display, Location at) {
    return hooks
        .formulas()
        .render(tex, display, at)
        .orElseGet(() -> "<code>" + escape(tex) + "</code>");
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
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String escaped =
          switch (text.charAt(i)) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "";
          };
      if (!escaped.isEmpty()) {
        out.append(text, from, i).append(escaped);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
  }
}
