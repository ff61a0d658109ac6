package dev.levee.markdown;

import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import java.util.Locale;
import java.util.Optional;

/// Reads Markdown: CommonMark, what GitHub adds to it, and what publishers need besides: footnotes,
/// definition lists, abbreviations, alerts, figures, attributes on headings and pictures, the
/// punctuation of the language, and shortcodes.
///
/// Made once for a site and used from any thread.
public final class Markdown {

  private final MarkdownOptions options;

  public Markdown(MarkdownOptions options) {
    this.options = options;
  }

  /// Reads the body of one file.
  ///
  /// @param path the file that problems name
  /// @param firstLine the line of the file at which the text starts, counted from 1
  /// @param language the language of the text, whose punctuation it gets
  public MarkdownDocument parse(
      String text, String path, int firstLine, Locale language, Problems problems) {
    FragmentParser parser = new FragmentParser(options, problems);
    return survey(parser.parse(SourceText.of(text, path, firstLine)), parser, language, problems);
  }

  /// Reads a text such as a caption: nothing in it begins a block.
  ///
  /// @param at what problems name, wherever in the text they are
  public MarkdownDocument parseLine(String text, Location at, Locale language, Problems problems) {
    FragmentParser parser = new FragmentParser(options, problems);
    String line = text.strip().replaceAll("\\s+", " ");
    return survey(parser.parseLine(SourceText.at(line, at)), parser, language, problems);
  }

  private MarkdownDocument survey(
      Fragment root, FragmentParser parser, Locale language, Problems problems) {
    Optional<SmartPunctuation> smart =
        options.additions() && options.smartPunctuation()
            ? Optional.of(SmartPunctuation.of(language))
            : Optional.empty();
    Survey survey =
        Survey.of(
            root,
            parser,
            fragment -> new TextReader(options, fragment, parser.definitions(), smart, problems));
    return new MarkdownDocument(root, survey, options);
  }
}
