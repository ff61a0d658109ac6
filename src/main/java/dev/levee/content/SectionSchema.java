package dev.levee.content;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a section asks of the front matter of its articles: keys that must be there, of a type, or
/// one of a list of values. `params.kicker` names a key inside another.
public record SectionSchema(List<Rule> rules) {

  /// A section that asks nothing.
  public static final SectionSchema NONE = new SectionSchema(List.of());

  private static final List<String> RULE_KEYS = List.of("required", "type", "oneOf");

  public SectionSchema {
    rules = List.copyOf(rules);
  }

  /// What is asked of one key.
  ///
  /// @param oneOf the values that are right; all are when it is empty
  public record Rule(String key, boolean required, Optional<Type> type, List<String> oneOf) {}

  /// A type of value that a schema can ask for.
  public enum Type {
    TEXT("text"),
    NUMBER("a number"),
    FLAG("true or false"),
    LIST("a list"),
    MAP("keys with values");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    boolean fits(YamlNode node) {
      return switch (this) {
        case TEXT -> node instanceof Scalar;
        case NUMBER -> node instanceof Scalar s && s.toData() instanceof Number;
        case FLAG -> node instanceof Scalar s && s.isBoolean();
        case LIST -> node instanceof Sequence;
        case MAP -> node instanceof Mapping;
      };
    }
  }

  /// The schema under the key `schema` of an `_index.md`. A rule may be the word `required`, a list
  /// of the right values, or keys `required`, `type` and `oneOf`.
  static SectionSchema read(Fields section, Problems problems) {
    Optional<Fields> schema = section.fields("schema");
    if (schema.isEmpty()) {
      return NONE;
    }
    List<Rule> rules = new ArrayList<>();
    for (Entry entry : schema.get().mapping().entries()) {
      switch (entry.value()) {
        case Scalar s when s.text().equals("required") ->
            rules.add(new Rule(entry.key(), true, Optional.empty(), List.of()));
        case Sequence values ->
            rules.add(
                new Rule(
                    entry.key(),
                    false,
                    Optional.empty(),
                    schema.get().texts(entry.key()).orElse(List.of())));
        case Mapping m ->
            rules.add(rule(entry.key(), new Fields(m, ProblemCode.WRONG_TYPE, problems)));
        default ->
            problems.add(
                ProblemCode.WRONG_TYPE,
                entry.value().at(),
                "a rule is 'required', a list of values, or keys " + String.join(", ", RULE_KEYS),
                entry.key() + ": required");
      }
    }
    return new SectionSchema(rules);
  }

  private static Rule rule(String key, Fields fields) {
    fields.reportUnknown(ProblemCode.UNKNOWN_KEY, RULE_KEYS);
    List<String> types = List.of("text", "number", "flag", "list", "map");
    Optional<Type> type = fields.oneOf("type", types).map(t -> Type.values()[types.indexOf(t)]);
    return new Rule(
        key, fields.flag("required").orElse(false), type, fields.texts("oneOf").orElse(List.of()));
  }

  /// The rules of a section around this one, and then these.
  SectionSchema within(SectionSchema outer) {
    List<Rule> all = new ArrayList<>(outer.rules);
    all.addAll(rules);
    return new SectionSchema(all);
  }

  /// Notes what an article's front matter, brought to standard names, has wrong.
  void check(Mapping frontMatter, Problems problems) {
    for (Rule rule : rules) {
      Optional<YamlNode> value = find(frontMatter, rule.key());
      if (value.isEmpty()) {
        if (rule.required()) {
          problems.add(
              ProblemCode.SCHEMA,
              frontMatter.at(),
              "this section requires '" + rule.key() + "'",
              "add a line '" + rule.key() + ": …'");
        }
      } else if (rule.type().isPresent() && !rule.type().get().fits(value.get())) {
        problems.add(
            ProblemCode.SCHEMA,
            value.get().at(),
            "this section wants '"
                + rule.key()
                + "' to be "
                + rule.type().get().words
                + ", not "
                + value.get().kind());
      } else if (!rule.oneOf().isEmpty()) {
        checkListed(rule, value.get(), problems);
      }
    }
  }

  private static void checkListed(Rule rule, YamlNode value, Problems problems) {
    List<YamlNode> items = value instanceof Sequence s ? s.items() : List.of(value);
    for (YamlNode item : items) {
      String text = item instanceof Scalar s ? s.text() : item.kind();
      if (!rule.oneOf().contains(text)) {
        Location at = item.at();
        problems.add(
            ProblemCode.SCHEMA,
            at,
            "'" + text + "' is not a value that this section allows for '" + rule.key() + "'",
            NearestWord.hint(text, rule.oneOf(), "allowed: " + String.join(", ", rule.oneOf())));
      }
    }
  }

  private static Optional<YamlNode> find(Mapping mapping, String key) {
    int dot = key.indexOf('.');
    String first = dot < 0 ? key : key.substring(0, dot);
    Optional<YamlNode> value =
        mapping.entry(first).map(Entry::value).filter(v -> !(v instanceof Scalar s && s.isNull()));
    if (dot < 0 || value.isEmpty()) {
      return value;
    }
    return value.get() instanceof Mapping inner
        ? find(inner, key.substring(dot + 1))
        : Optional.empty();
  }
}
