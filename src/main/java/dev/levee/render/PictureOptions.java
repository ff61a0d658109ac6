package dev.levee.render;

import dev.levee.problem.NearestWord;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a page shows a picture.
///
/// @param ratioWidth the shape to which it is cropped, as `ratioWidth : ratioHeight`; 0 for its own
/// @param widths in pixels; empty for those of the settings
/// @param sizes how wide the page shows it, as HTML's attribute says it; empty for the settings'
/// @param alt what it shows, where that is not what the author says
/// @param width in pixels, where its author asks for one; 0 for none
/// @param attributes more that its `img` says, as HTML with a space before each
record PictureOptions(
    int ratioWidth,
    int ratioHeight,
    List<Integer> widths,
    String sizes,
    Loading loading,
    Optional<String> alt,
    int width,
    String attributes) {

  static final List<String> KEYS = List.of("ratio", "widths", "sizes", "loading", "alt", "width");

  static final PictureOptions NONE =
      new PictureOptions(0, 0, List.of(), "", Loading.LAZY, Optional.empty(), 0, "");

  private static final Pattern RATIO = Pattern.compile("([1-9][0-9]{0,3}):([1-9][0-9]{0,3})");

  /// When a browser loads a picture.
  enum Loading {
    /// When a reader comes near it.
    LAZY,
    /// At once.
    EAGER,
    /// At once, and before all others.
    LEAD;

    static final List<String> WORDS = List.of("lazy", "eager", "lead");
  }

  /// What a template says.
  ///
  /// @throws TemplateMistake when it says what cannot be
  static PictureOptions of(TemplateHashModelEx said) throws TemplateModelException {
    for (TemplateModelIterator keys = said.keys().iterator(); keys.hasNext(); ) {
      String key = text(keys.next());
      if (!KEYS.contains(key)) {
        throw new TemplateMistake(
            "picture(…) takes no '" + key + "'",
            NearestWord.hint(key, KEYS, "it takes " + String.join(", ", KEYS)));
      }
    }
    Matcher ratio = ratio(text("ratio", said));
    String loading = text("loading", said);
    if (!loading.isEmpty() && !Loading.WORDS.contains(loading)) {
      throw new TemplateMistake(
          "'" + loading + "' is not when a picture is loaded",
          NearestWord.hint(loading, Loading.WORDS, String.join(", ", Loading.WORDS)));
    }
    TemplateModel alt = said.get("alt");
    return new PictureOptions(
        ratio.hasMatch() ? Integer.parseInt(ratio.group(1)) : 0,
        ratio.hasMatch() ? Integer.parseInt(ratio.group(2)) : 0,
        widths(said.get("widths")),
        text("sizes", said),
        loading.isEmpty() ? Loading.LAZY : Loading.values()[Loading.WORDS.indexOf(loading)],
        alt == null ? Optional.empty() : Optional.of(text("alt", said)),
        width(said.get("width")),
        "");
  }

  PictureOptions withWidth(int other) {
    return new PictureOptions(
        ratioWidth, ratioHeight, widths, sizes, loading, alt, other, attributes);
  }

  private static Matcher ratio(String written) throws TemplateMistake {
    Matcher ratio = RATIO.matcher(written);
    if (!ratio.matches() && !written.isEmpty()) {
      throw new TemplateMistake("'" + written + "' is no shape", "write it as \"16:9\"");
    }
    return ratio;
  }

  private static List<Integer> widths(@Nullable TemplateModel said) throws TemplateModelException {
    TreeSet<Integer> widths = new TreeSet<>();
    if (said != null && !(said instanceof TemplateSequenceModel)) {
      throw new TemplateMistake(
          "'widths' must be a list of numbers of pixels", "such as [480, 960]");
    }
    if (said instanceof TemplateSequenceModel list) {
      for (int i = 0; i < list.size(); i++) {
        int width = number(list.get(i));
        if (width < 1) {
          throw new TemplateMistake("a width is no number of pixels", "such as [480, 960]");
        }
        widths.add(width);
      }
    }
    return List.copyOf(widths);
  }

  /// What an author wrote as text may be anything; then it is as if it were left out.
  private static int width(@Nullable TemplateModel said) throws TemplateModelException {
    if (said == null
        || said instanceof TemplateNumberModel
        || said instanceof TemplateScalarModel) {
      return number(said);
    }
    throw new TemplateMistake("'width' must be a number of pixels", "such as 480");
  }

  private static int number(@Nullable TemplateModel said) throws TemplateModelException {
    if (said instanceof TemplateNumberModel number) {
      return number.getAsNumber().intValue();
    }
    String text = text(said);
    return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
  }

  private static String text(String key, TemplateHashModelEx said) throws TemplateModelException {
    TemplateModel value = said.get(key);
    if (value != null && !(value instanceof TemplateScalarModel)) {
      throw new TemplateMistake("'" + key + "' must be text", "put quotes around it");
    }
    return text(value);
  }

  private static String text(@Nullable TemplateModel said) throws TemplateModelException {
    return said instanceof TemplateScalarModel text ? text.getAsString() : "";
  }
}
