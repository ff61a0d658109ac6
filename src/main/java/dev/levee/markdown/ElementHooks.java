package dev.levee.markdown;

import dev.levee.problem.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What writes elements that authors made with Markdown, in place of what is written otherwise. One
/// that is empty costs nothing.
public record ElementHooks(
    Optional<Function<Link, String>> link,
    Optional<Function<Image, String>> image,
    Optional<Function<Heading, String>> heading,
    Optional<Function<Code, String>> code,
    Optional<Function<Quote, String>> quote) {

  /// All is written as always.
  public static final ElementHooks NONE =
      new ElementHooks(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// An element that an author made.
  public sealed interface Element {

    /// What would be written otherwise.
    String html();
  }

  /// A link.
  ///
  /// @param link where it leads
  /// @param title empty when there is none
  /// @param text what it stands around, as HTML
  /// @param html what would be written otherwise
  public record Link(ResolvedLink link, String title, String text, String html, Location at)
      implements Element {}

  /// A picture.
  ///
  /// @param src its address, percent-encoded
  /// @param alt what it shows, in plain text
  /// @param title empty when there is none
  /// @param attributes what its author says of it
  /// @param figure what is around it when it stands alone
  /// @param html what would be written otherwise
  public record Image(
      String src,
      String alt,
      String title,
      Attributes attributes,
      Optional<Figure> figure,
      String html,
      Location at)
      implements Element {}

  /// What is around a picture that stands alone.
  ///
  /// @param caption as HTML; may be empty
  /// @param credit as HTML; may be empty
  /// @param link where it leads, if anywhere
  public record Figure(String caption, String credit, Optional<ResolvedLink> link) {}

  /// A heading.
  ///
  /// @param id what addresses it; empty in lists of several texts
  /// @param text as HTML
  /// @param html what would be written otherwise
  public record Heading(
      int level, String id, List<String> classes, String text, String html, Location at)
      implements Element {}

  /// A block of code.
  ///
  /// @param html what would be written otherwise, coloured
  public record Code(CodeBlock block, String html) implements Element {}

  /// A quote or alert.
  ///
  /// @param kind `note`, `tip`, `important`, `warning` or `caution`; empty for a plain quote
  /// @param title of an alert, as HTML; empty when its author gave none
  /// @param text as HTML
  /// @param html what would be written otherwise
  public record Quote(String kind, String title, String text, String html, Location at)
      implements Element {}
}
