package dev.levee.render;

import dev.levee.highlight.Highlighted;
import dev.levee.highlight.Highlighter;
import dev.levee.highlight.Language;
import dev.levee.markdown.CodeBlock;
import dev.levee.markdown.CodeInfo;
import dev.levee.markdown.CodeRenderer;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the code blocks of one document: coloured, with marked lines, line numbers and titles.
final class CodeListings implements CodeRenderer {

  private final @Nullable Highlighter highlighter;
  private final Problems problems;
  private final Set<String> unknown = new HashSet<>();

  CodeListings(Highlighter highlighter, Problems problems) {
    this(problems, highlighter);
  }

  /// Without colours, as feeds have it.
  CodeListings() {
    this(new Problems(), null);
  }

  private CodeListings(Problems problems, @Nullable Highlighter highlighter) {
    this.highlighter = highlighter;
    this.problems = problems;
  }

  @Override
  public Optional<String> render(CodeBlock block) {
    CodeInfo info = block.info();
    Optional<Highlighted> coloured = coloured(block, info.language());
    if (coloured.isEmpty() && info.isPlain()) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    if (!info.title().isEmpty()) {
      String title = Highlighted.plain(info.title()).html();
      out.append("<figure class=\"code\">\n<figcaption>").append(title).append("</figcaption>\n");
    }
    Highlighted code = coloured.orElseGet(() -> Highlighted.plain(block.code()));
    out.append("<pre").append(info.focus()).append(info.numbered() ? " class=\"numbered\">" : ">");
    out.append("<code").append(classOf(info.language())).append('>');
    if (info.numbered() || !info.marked().isEmpty()) {
      lines(code.lines(), info, out);
    } else {
      out.append(code.html());
    }
    out.append("</code></pre>\n").append(info.title().isEmpty() ? "" : "</figure>\n");
    return Optional.of(out.toString());
  }

  private Optional<Highlighted> coloured(CodeBlock block, String language) {
    if (highlighter == null || language.isEmpty()) {
      return Optional.empty();
    }
    Optional<Highlighted> coloured = highlighter.highlight(block.code(), language);
    if (coloured.isEmpty() && unknown.add(language)) {
      problems.add(
          ProblemCode.UNKNOWN_LANGUAGE,
          block.at(),
          "the language '" + language + "' is not known, so its code has no colours",
          NearestWord.hint(
              language, Language.allNames(), "write 'text' where there is nothing to colour"));
    }
    return coloured;
  }

  private static String classOf(String language) {
    return language.isEmpty()
        ? ""
        : " class=\"language-" + Highlighted.plain(language).html() + "\"";
  }

  /// Line ends stay inside the lines, so that what is copied has them once. The number is no text:
  /// the style sheet shows it.
  private static void lines(List<String> lines, CodeInfo info, StringBuilder out) {
    for (int i = 0; i < lines.size(); i++) {
      out.append(info.marks(i + 1) ? "<span class=\"line marked\"" : "<span class=\"line\"");
      if (info.numbered()) {
        out.append(" data-line=\"").append(info.start() + i).append('"');
      }
      out.append('>').append(lines.get(i)).append("\n</span>");
    }
  }
}
