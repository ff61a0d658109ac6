package dev.levee.render;

import dev.levee.problem.NearestWord;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// The theme's words as templates see them: `words.search` is a text, and `words.about({"name":
/// …})` one with something in its place.
record WordsView(Scope scope) implements TemplateHashModel {

  @Override
  public TemplateModel get(String key) throws TemplateModelException {
    ThemeWords words = scope.words();
    Word word =
        words
            .find(key)
            .orElseThrow(
                () -> new TemplateMistake("there is no word '" + key + "'", words.hint(key)));
    return word.places().isEmpty() ? new SimpleScalar(word.text()) : new Sentence(word);
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
      List<String> places = word.places();
      if (arguments.size() != 1 || !(arguments.getFirst() instanceof TemplateHashModelEx given)) {
        throw new TemplateMistake(name() + " takes what goes into its places", call());
      }
      TemplateModelIterator names = given.keys().iterator();
      while (names.hasNext()) {
        String name = ((TemplateScalarModel) names.next()).getAsString();
        if (!places.contains(name)) {
          throw new TemplateMistake(
              name() + " has no place '" + name + "'", NearestWord.hint(name, places, call()));
        }
      }
      Map<String, TemplateModel> values = new HashMap<>();
      for (String place : places) {
        TemplateModel value = given.get(place);
        if (value == null) {
          throw new TemplateMistake(name() + " needs '" + place + "'", call());
        }
        values.put(place, value);
      }
      return filled(values);
    }

    /// The text; markup when any value is, so that the rest of it is escaped.
    private TemplateModel filled(Map<String, TemplateModel> values) throws TemplateModelException {
      boolean markup = values.values().stream().anyMatch(TemplateHTMLOutputModel.class::isInstance);
      String text = form(values.get(Word.COUNT));
      StringBuilder out = new StringBuilder();
      Matcher place = Word.PLACE.matcher(text);
      int from = 0;
      while (place.find()) {
        out.append(plain(text.substring(from, place.start()), markup));
        out.append(shown(place.group(1), values.get(place.group(1)), markup));
        from = place.end();
      }
      out.append(plain(text.substring(from), markup));
      return markup
          ? HTMLOutputFormat.INSTANCE.fromMarkup(out.toString())
          : new SimpleScalar(out.toString());
    }

    private String form(@Nullable TemplateModel count) throws TemplateModelException {
      return count instanceof TemplateNumberModel number
          ? word.of(number.getAsNumber().longValue())
          : word.text();
    }

    private String shown(String place, @Nullable TemplateModel value, boolean markup)
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
