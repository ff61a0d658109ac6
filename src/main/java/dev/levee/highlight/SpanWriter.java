package dev.levee.highlight;

import org.jspecify.annotations.Nullable;

/// Writes a text with its tokens as HTML. Whatever the tokens are, the text is all there and the
/// HTML is well-formed: overlaps are cut off and gaps are plain.
final class SpanWriter implements Tokens {

  private final String code;
  private final StringBuilder out;
  private int written;
  private @Nullable TokenClass open;

  SpanWriter(String code) {
    this.code = code;
    this.out = new StringBuilder(code.length() * 2 + 16);
  }

  static String plain(String code) {
    return new SpanWriter(code).finish();
  }

  @Override
  public void token(int start, int end, TokenClass kind) {
    int from = Math.max(start, written);
    int to = Math.min(end, code.length());
    if (from < to) {
      write(from, null);
      write(to, kind);
    }
  }

  String finish() {
    write(code.length(), null);
    become(null);
    return out.toString();
  }

  private void write(int end, @Nullable TokenClass kind) {
    for (; written < end; written++) {
      char c = code.charAt(written);
      become(c == '\n' ? null : kind);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  private void become(@Nullable TokenClass kind) {
    if (open == kind) {
      return;
    }
    if (open != null) {
      out.append("</span>");
    }
    if (kind != null) {
      out.append("<span class=\"").append(kind.cssClass()).append("\">");
    }
    open = kind;
  }
}
