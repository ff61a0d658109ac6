package dev.levee.yaml;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads one YAML document from SnakeYAML's events, so that every value keeps its place and no tag
/// can ask for a class.
///
/// Aliases share the node they name; a document may not unfold to more than [#MAX_NODES] nodes, nor
/// nest deeper than [#MAX_DEPTH], which stops the "billion laughs" before any memory is spent.
public final class YamlReader {

  static final int MAX_DEPTH = 50;
  static final long MAX_NODES = 200_000;
  private static final int MAX_CHARACTERS = 20_000_000;
  private static final String INVALID = "this is not valid YAML: ";

  private final Places places;
  private final Problems problems;
  private final Parser parser;
  private final Map<String, YamlNode> anchors = new HashMap<>();

  private YamlReader(String text, Places places, Problems problems) {
    this.places = places;
    this.problems = problems;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /// Reads a text that starts at the first line of its file; see [#read(String, String, int,
  /// Problems)].
  public static Optional<YamlNode> read(String text, String path, Problems problems) {
    return read(text, path, 1, problems);
  }

  /// The document's value, an empty scalar when the text has none; nothing at all when the text is
  /// broken, which is then among the problems.
  ///
  /// @param path the file that problems name
  /// @param firstLine the line of the file at which the text starts, counted from 1
  public static Optional<YamlNode> read(
      String text, String path, int firstLine, Problems problems) {
    Places places = new Places(text, path, firstLine);
    if (hasUnprintable(text, places, problems)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new YamlReader(text, places, problems).document());
    } catch (LimitException e) {
      problems.add(ProblemCode.YAML_TOO_LARGE, e.at, e.message);
    } catch (MarkedYAMLException e) {
      broken(text, e, places, problems);
    } catch (YAMLException | IllegalArgumentException e) { // a number in it is out of range
      problems.add(ProblemCode.BAD_YAML, Location.of(path), INVALID + e.getMessage());
    }
    return Optional.empty();
  }

  private static boolean hasUnprintable(String text, Places places, Problems problems) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        problems.add(
            ProblemCode.BAD_YAML,
            places.atUnit(i),
            INVALID + "U+%04X is a control character".formatted(c),
            "delete it; most editors do not show it");
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }

  private static void broken(String text, MarkedYAMLException e, Places places, Problems problems) {
    Mark start = e.getContextMark();
    Mark mark = e.getProblemMark();
    String problem = Objects.requireNonNullElse(e.getProblem(), "");
    if (problem.contains("unexpected end of stream") && start != null) {
      problems.add(
          ProblemCode.BAD_YAML,
          places.at(start.getIndex()),
          INVALID + "a quote that opens here never closes",
          "close it, or double it if it belongs to the text");
      return;
    }
    Location at = places.at(mark == null ? 0 : mark.getIndex());
    String context = e.getContext() == null ? "" : " " + e.getContext();
    problems.add(ProblemCode.BAD_YAML, at, INVALID + problem + context, hint(text, problem));
  }

  private static String hint(String text, String problem) {
    if (text.indexOf('\t') >= 0 && problem.contains("\\t")) {
      return "YAML is indented with spaces, never with tabs";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "put quotes around a value that contains ': '";
    }
    if (problem.contains("expected <block end>") || problem.contains("found character '%'")) {
      return "check the indentation and the quotes of this line and the one before";
    }
    if (problem.contains("found character")) {
      return "put quotes around a value that starts with '@', '`', '%', '&', '*' or '!'";
    }
    return "";
  }

  private YamlNode document() {
    parser.getEvent(); // stream start
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return new Scalar("", true, places.at(0));
    }
    parser.getEvent(); // document start
    YamlNode root = node(0);
    parser.getEvent(); // document end
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      Event next = parser.peekEvent();
      problems.add(ProblemCode.BAD_YAML, at(next), "a second document starts here");
    }
    return root;
  }

  private YamlNode node(int depth) {
    Event event = parser.getEvent();
    Location at = at(event);
    if (depth > MAX_DEPTH) {
      throw new LimitException(at, "values are nested deeper than " + MAX_DEPTH + " levels");
    }
    if (event instanceof AliasEvent alias) {
      YamlNode target = anchors.get(alias.getAnchor());
      if (target == null) {
        problems.add(ProblemCode.BAD_YAML, at, "no value is marked &" + alias.getAnchor());
        return new Scalar("", true, at);
      }
      return target;
    }
    YamlNode node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event, at);
          case SequenceStart -> sequence(at, depth);
          case MappingStart -> mapping(at, depth);
          default -> throw new IllegalStateException("no YAML value at " + at);
        };
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private static Scalar scalar(ScalarEvent event, Location at) {
    boolean plain = event.isPlain() && (event.getTag() == null || !event.getTag().endsWith(":str"));
    return new Scalar(event.getValue(), plain, at);
  }

  private Sequence sequence(Location at, int depth) {
    List<YamlNode> items = new ArrayList<>();
    long size = 1;
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      YamlNode item = node(depth + 1);
      size = grown(size, item, at);
      items.add(item);
    }
    parser.getEvent();
    return new Sequence(items, at, size);
  }

  private Mapping mapping(Location at, int depth) {
    List<Entry> entries = new ArrayList<>();
    List<Mapping> merged = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    long size = 1;
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      YamlNode key = node(depth + 1);
      YamlNode value = node(depth + 1);
      size = grown(size, value, at);
      if (!(key instanceof Scalar name)) {
        problems.add(ProblemCode.BAD_YAML, key.at(), "a key must be text, not " + key.kind());
      } else if (name.text().equals("<<") && name.plain()) {
        merged.addAll(mappingsOf(value));
      } else if (!keys.add(name.text())) {
        problems.add(
            ProblemCode.DUPLICATE_KEY,
            name.at(),
            "the key '" + name.text() + "' stands here twice",
            "keep one of them");
      } else {
        entries.add(new Entry(name.text(), name.at(), value));
      }
    }
    parser.getEvent();
    for (Mapping other : merged) {
      for (Entry entry : other.entries()) {
        if (keys.add(entry.key())) {
          entries.add(entry);
          size = grown(size, entry.value(), at);
        }
      }
    }
    return new Mapping(entries, at, size);
  }

  private static List<Mapping> mappingsOf(YamlNode node) {
    return switch (node) {
      case Mapping m -> List.of(m);
      case Sequence s ->
          s.items().stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
      case Scalar s -> List.of();
    };
  }

  private static long grown(long size, YamlNode child, Location at) {
    long grown = size + child.size();
    if (grown > MAX_NODES) {
      throw new LimitException(at, "this unfolds to more than " + MAX_NODES + " values");
    }
    return grown;
  }

  private Location at(Event event) {
    @Nullable Mark mark = event.getStartMark();
    return places.at(mark == null ? 0 : mark.getIndex());
  }

  private static final class LimitException extends RuntimeException {
    private final transient Location at;
    private final String message;

    LimitException(Location at, String message) {
      super(message, null, false, false);
      this.at = at;
      this.message = message;
    }
  }
}
