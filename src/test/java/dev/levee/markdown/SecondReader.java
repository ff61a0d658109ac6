package dev.levee.markdown;

import java.util.Collections;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// What another implementation of CommonMark 0.31.2 makes of a text, to decide between ours and
/// flexmark where the specification shows no HTML.
record SecondReader(List<String> lines) {

  /// @param dialect all but CommonMark itself have tables, and no other additions
  static SecondReader of(String text, Dialect dialect) {
    List<org.commonmark.Extension> tables =
        dialect == Dialect.COMMONMARK ? List.of() : List.of(TablesExtension.create());
    HtmlRenderer renderer =
        HtmlRenderer.builder().percentEncodeUrls(true).extensions(tables).build();
    String html = renderer.render(Parser.builder().extensions(tables).build().parse(text));
    return new SecondReader(
        NormalHtml.of(html, dialect == Dialect.GFM ? Dialect.LEVEE : dialect).lines());
  }

  /// Whether ours is what it has, and flexmark's is not.
  boolean sides(Hunk hunk) {
    return Collections.indexOfSubList(lines, hunk.oursInPlace()) >= 0
        && Collections.indexOfSubList(lines, hunk.theirsInPlace()) < 0;
  }
}
