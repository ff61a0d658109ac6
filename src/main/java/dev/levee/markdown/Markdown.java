package dev.levee.markdown;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.levee.problem.Problems;
import java.util.List;

/// Reads Markdown: CommonMark with tables, strikethrough, task lists and bare links as GitHub has
/// them, footnotes, definition lists, attributes on headings, and shortcodes.
///
/// Made once for a site and used from any thread.
public final class Markdown {

  private final MarkdownOptions options;
  private final Dialect dialect;
  private final Parser parser;

  public Markdown(MarkdownOptions options) {
    this(options, options.dialect());
  }

  Markdown(MarkdownOptions options, Dialect dialect) {
    this.options = options;
    this.dialect = dialect;
    this.parser = parser(dialect);
  }

  /// Reads the body of one file.
  ///
  /// @param path the file that problems name
  /// @param firstLine the line of the file at which the text starts, counted from 1
  public MarkdownDocument parse(String text, String path, int firstLine, Problems problems) {
    FragmentParser fragments = new FragmentParser(parser, dialect == Dialect.LEVEE, problems);
    Fragment root = fragments.parse(SourceText.of(text, path, firstLine));
    return new MarkdownDocument(root, Survey.of(root, dialect), options, dialect);
  }

  private static Parser parser(Dialect dialect) {
    // Needed for [a](<b c>); [a](b c) is made text again by Target.
    MutableDataSet settings = new MutableDataSet().set(Parser.SPACE_IN_LINK_URLS, true);
    Parser.Builder builder = Parser.builder(settings);
    if (dialect == Dialect.LEVEE) {
      settings
          .set(TablesExtension.COLUMN_SPANS, false)
          .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
          .set(TablesExtension.MIN_HEADER_ROWS, 1)
          .set(TablesExtension.MAX_HEADER_ROWS, 1)
          .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
          .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
          .set(TablesExtension.WITH_CAPTION, false)
          .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
          .set(DefinitionExtension.TILDE_MARKER, false)
          .set(
              Parser.EXTENSIONS,
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.create(),
                  TaskListExtension.create(),
                  FootnoteExtension.create(),
                  DefinitionExtension.create()));
      builder =
          Parser.builder(settings)
              .customInlineParserExtensionFactory(new PlaceholderNode.Factory());
    }
    return builder.build();
  }
}
