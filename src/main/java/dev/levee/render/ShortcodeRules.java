package dev.levee.render;

import dev.levee.markdown.Shortcode;
import dev.levee.problem.NearestWord;
import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The directive `<@shortcode.takes src="required" class=["wide", "full"]/>`: holds what an author
/// wrote to what the template says that it takes.
final class ShortcodeRules implements TemplateDirectiveModel {

  private static final String REQUIRED = "required";
  private static final List<String> WORDS = List.of(REQUIRED, "optional");

  /// Names of what an author gives without a name: the text between the tags, and bare values.
  private static final String CONTENT = "content";

  private static final String ARGS = "args";

  private final ShortcodeCall call;
  private final Shortcode shortcode;

  /// What is asked of a parameter.
  ///
  /// @param values the right ones; empty when every one is
  private record Rule(String name, boolean required, List<String> values) {}

  ShortcodeRules(ShortcodeCall call) {
    this.call = call;
    this.shortcode = call.shortcode();
  }

  @Override
  public void execute(
      Environment environment,
      @SuppressWarnings("rawtypes") Map said, // FreeMarker's signature
      TemplateModel[] loop,
      TemplateDirectiveBody body)
      throws TemplateModelException {
    Map<String, Rule> rules = new TreeMap<>();
    for (Object name : said.keySet()) {
      rules.put((String) name, rule((String) name, said.get(name)));
    }
    Rule content = rules.remove(CONTENT);
    Rule args = rules.remove(ARGS);
    Set<String> meant = tellUnknown(rules.keySet());
    boolean refused = !isRightContent(content);
    refused |= !areRightArgs(args, rules, meant);
    for (Rule rule : rules.values()) {
      refused |= !isRight(rule, meant);
    }
    if (refused) {
      throw new RefusedShortcode();
    }
  }

  private static Rule rule(String name, Object said) throws TemplateModelException {
    if (said instanceof TemplateSequenceModel list) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        values.add(text(list.get(i)));
      }
      return new Rule(name, false, values);
    }
    String word = text(said);
    if (!WORDS.contains(word)) {
      throw new TemplateMistake(
          "'" + word + "' is no rule for '" + name + "'",
          NearestWord.hint(word, WORDS, "write required, optional or a list of the right values"));
    }
    return new Rule(name, word.equals(REQUIRED), List.of());
  }

  private static String text(Object model) throws TemplateModelException {
    return model instanceof TemplateScalarModel text ? text.getAsString() : "";
  }

  /// Tells of what is given and not taken; gives what was meant by it.
  private Set<String> tellUnknown(Set<String> names) {
    Set<String> meant = new HashSet<>();
    for (String given : shortcode.named().keySet()) {
      if (!names.contains(given)) {
        call.tell("does not take '" + given + "'", NearestWord.hint(given, names, all(names)));
        NearestWord.to(given, names).ifPresent(meant::add);
      }
    }
    return meant;
  }

  private boolean isRight(Rule rule, Set<String> meant) {
    String name = rule.name();
    String given = shortcode.named().get(name);
    if (given == null) {
      if (rule.required() && !meant.contains(name)) {
        call.tell("needs '" + name + "'", "write " + name + "=…");
      }
      return !rule.required();
    }
    if (rule.required() && given.isBlank()) {
      call.tell("has nothing in '" + name + "'", "write " + name + "=…");
      return false;
    }
    if (!rule.values().isEmpty() && !rule.values().contains(given)) {
      call.tell(
          "has '" + given + "' for '" + name + "'",
          NearestWord.hint(given, rule.values(), "it may be " + String.join(", ", rule.values())));
      return false;
    }
    return true;
  }

  private boolean areRightArgs(@Nullable Rule args, Map<String, Rule> rules, Set<String> meant) {
    List<String> given = shortcode.positional();
    if (args == null && !given.isEmpty()) {
      Optional<String> missing =
          rules.values().stream()
              .filter(Rule::required)
              .map(Rule::name)
              .filter(n -> !shortcode.named().containsKey(n))
              .findFirst();
      missing.ifPresent(meant::add);
      call.tell(
          "does not take '" + given.getFirst() + "' without a name",
          missing.map(n -> "write " + n + "=…").orElseGet(() -> all(rules.keySet())));
      return false;
    }
    if (args != null && args.required() && given.isEmpty()) {
      call.tell("needs a value", "write {{< " + shortcode.name() + " … >}}");
      return false;
    }
    return true;
  }

  private boolean isRightContent(@Nullable Rule content) {
    String tag = "'{{< /" + shortcode.name() + " >}}'";
    if (content == null && shortcode.paired()) {
      call.tell("has nothing between tags", "take " + tag + " out");
      return false;
    }
    if (content != null && content.required() && shortcode.innerSource().isBlank()) {
      call.tell("has no text", "write it below the tag, and " + tag + " below the text");
      return false;
    }
    return true;
  }

  private static String all(Set<String> names) {
    return names.isEmpty() ? "it takes nothing" : "it takes " + String.join(", ", names);
  }
}
