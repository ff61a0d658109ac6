package dev.levee.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.List;

/// flexmark alone: its own parser and its own renderer, with the extensions of a dialect.
record Flexmark(Parser parser, HtmlRenderer renderer) {

  static Flexmark of(Dialect dialect) {
    DataHolder settings =
        new MutableDataSet()
            .set(HtmlRenderer.PERCENT_ENCODE_URLS, true)
            .set(TablesExtension.COLUMN_SPANS, false)
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(TablesExtension.MIN_HEADER_ROWS, 1)
            .set(TablesExtension.MAX_HEADER_ROWS, 1)
            .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
            .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
            .set(TablesExtension.WITH_CAPTION, false)
            .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
            .set(DefinitionExtension.TILDE_MARKER, false)
            .set(Parser.EXTENSIONS, extensions(dialect));
    return new Flexmark(Parser.builder(settings).build(), HtmlRenderer.builder(settings).build());
  }

  Document parse(String text) {
    return parser.parse(text);
  }

  String html(String text) {
    return renderer.render(parse(text));
  }

  private static List<Extension> extensions(Dialect dialect) {
    return switch (dialect) {
      case COMMONMARK -> List.of();
      case GFM ->
          List.of(
              TablesExtension.create(),
              StrikethroughExtension.create(),
              TaskListExtension.create());
      case LEVEE ->
          List.of(
              TablesExtension.create(),
              StrikethroughExtension.create(),
              TaskListExtension.create(),
              FootnoteExtension.create(),
              DefinitionExtension.create());
    };
  }
}
