package dev.levee.render;

import dev.levee.problem.NearestWord;
import dev.levee.render.Word.Phrase;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;

/// The theme's words as templates see them: `words.search` is a text, and `words.about({"name":
/// …})` one with something in its place.
record WordsView(Scope scope) implements TemplateHashModel {

  @Override
  public TemplateModel get(String key) throws TemplateModelException {
    ThemeWords words = scope.words();
    Word word = words.find(key);
    if (word == null) {
      throw new TemplateMistake("there is no word '" + key + "'", words.hint(key));
    }
    return word.places().isEmpty() ? new SimpleScalar(word.text().text()) : new Sentence(word);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  /// A text with places.
  private record Sentence(Word word) implements TemplateMethodModelEx, TemplateScalarModel {

    @Override
    @SuppressWarnings("rawtypes") // FreeMarker's
    public TemplateModel exec(List arguments) throws TemplateModelException {
      if (arguments.size() == 1 && arguments.getFirst() instanceof TemplateHashModelEx given) {
        return filled(given);
      }
      throw new TemplateMistake(name() + " takes what goes into its places", call());
    }

    /// The text; markup when any value is, so that the rest of it is escaped.
    private TemplateModel filled(TemplateHashModelEx given) throws TemplateModelException {
      boolean markup = false;
      for (String place : word.places()) {
        markup |= value(place, given) instanceof TemplateHTMLOutputModel;
      }
      if (given.size() > word.places().size()) {
        throw mistake(given);
      }
      StringBuilder out = new StringBuilder();
      boolean isPlace = false;
      for (String part : form(given).parts()) {
        out.append(isPlace ? shown(part, value(part, given), markup) : plain(part, markup));
        isPlace = !isPlace;
      }
      return markup
          ? HTMLOutputFormat.INSTANCE.fromMarkup(out.toString())
          : new SimpleScalar(out.toString());
    }

    private Phrase form(TemplateHashModelEx given) throws TemplateModelException {
      return given.get(Word.COUNT) instanceof TemplateNumberModel count
          ? word.of(count.getAsNumber().longValue())
          : word.text();
    }

    private TemplateModel value(String place, TemplateHashModelEx given)
        throws TemplateModelException {
      TemplateModel value = given.get(place);
      if (value == null) {
        throw mistake(given);
      }
      return value;
    }

    private String shown(String place, TemplateModel value, boolean markup)
        throws TemplateModelException {
      if (value instanceof TemplateHTMLOutputModel html) {
        return HTMLOutputFormat.INSTANCE.getMarkupString(html);
      } else if (value instanceof TemplateNumberModel number) {
        return number.getAsNumber().toString();
      } else if (value instanceof TemplateScalarModel text) {
        return plain(text.getAsString(), markup);
      }
      throw new TemplateMistake("'" + place + "' in " + name() + " must be a text", call());
    }

    private static String plain(String text, boolean markup) {
      return markup ? HTMLOutputFormat.INSTANCE.escapePlainText(text) : text;
    }

    /// What is wrong with values that are not those of the places.
    private TemplateMistake mistake(TemplateHashModelEx given) throws TemplateModelException {
      TemplateModelIterator names = given.keys().iterator();
      while (names.hasNext()) {
        String name = ((TemplateScalarModel) names.next()).getAsString();
        if (!word.places().contains(name)) {
          return new TemplateMistake(
              name() + " has no place '" + name + "'",
              NearestWord.hint(name, word.places(), call()));
        }
      }
      for (String place : word.places()) {
        if (given.get(place) == null) {
          return new TemplateMistake(name() + " needs '" + place + "'", call());
        }
      }
      throw new IllegalArgumentException("each place has its value");
    }

    @Override
    public String getAsString() throws TemplateModelException {
      throw new TemplateMistake(name() + " needs what goes into its places", call());
    }

    private String name() {
      return "'words." + word.key() + "'";
    }

    private String call() {
      return "such as words."
          + word.key()
          + "({\""
          + String.join("\": …, \"", word.places())
          + "\": …})";
    }
  }
}
