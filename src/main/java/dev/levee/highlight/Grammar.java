package dev.levee.highlight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A language as states with rules. At every place the rules of the present state are tried in
/// order; the first that matches says what the piece is and which state comes next. Where none
/// matches, a character is plain.
///
/// To stay linear and off the stack, no pattern repeats a group without bound: what repeats is a
/// state.
final class Grammar implements Tokenizer {

  private final String start;
  private final Map<String, List<Rule>> states;

  /// @param start the state in which a text begins, and to which it falls back
  Grammar(String start, Map<String, List<Rule>> states) {
    this.start = start;
    this.states = Map.copyOf(states);
  }

  /// Where a rule leads.
  enum Move {
    STAY,
    ENTER,
    LEAVE,
    BECOME
  }

  /// A pattern and what it means.
  ///
  /// @param kind what the piece is; null for plain
  /// @param words pieces that are something else than the rest
  /// @param state the state to enter or to become
  record Rule(
      Pattern pattern,
      @Nullable TokenClass kind,
      Map<String, TokenClass> words,
      Move move,
      String state) {

    Rule {
      words = Map.copyOf(words);
    }

    /// A pattern whose matches are of one kind; `^` and `$` are the ends of a line.
    static Rule of(String regex, @Nullable TokenClass kind) {
      return new Rule(Pattern.compile(regex, Pattern.MULTILINE), kind, Map.of(), Move.STAY, "");
    }

    static Rule plain(String regex) {
      return of(regex, null);
    }

    /// The same, but some words are of another kind.
    Rule except(Map<String, TokenClass> others) {
      return new Rule(pattern, kind, others, move, state);
    }

    /// Goes on in another state until that is left.
    Rule enter(String other) {
      return new Rule(pattern, kind, words, Move.ENTER, other);
    }

    /// Goes on in the state that this one was entered from.
    Rule leave() {
      return new Rule(pattern, kind, words, Move.LEAVE, "");
    }

    /// Goes on in another state in place of this one.
    Rule become(String other) {
      return new Rule(pattern, kind, words, Move.BECOME, other);
    }
  }

  @Override
  public void tokenize(String code, Tokens tokens) {
    Map<String, List<Live>> live = new HashMap<>();
    Deque<String> stack = new ArrayDeque<>();
    stack.push(start);
    int at = 0;
    while (at < code.length()) {
      List<Live> rules = live.computeIfAbsent(stack.element(), state -> live(state, code));
      Live found = first(rules, at, code.length());
      if (found == null) {
        at++;
        continue;
      }
      int end = found.matcher().end();
      TokenClass kind = found.kind(code, at, end);
      if (kind != null) {
        tokens.token(at, end, kind);
      }
      move(found.rule(), stack);
      at = end;
    }
  }

  private void move(Rule rule, Deque<String> stack) {
    if (rule.move() == Move.LEAVE || rule.move() == Move.BECOME) {
      stack.pop();
    }
    if (rule.move() == Move.ENTER || rule.move() == Move.BECOME) {
      stack.push(rule.state());
    }
    if (stack.isEmpty()) {
      stack.push(start);
    }
  }

  private static @Nullable Live first(List<Live> rules, int at, int end) {
    for (Live rule : rules) {
      if (rule.matcher().region(at, end).lookingAt() && rule.matcher().end() > at) {
        return rule;
      }
    }
    return null;
  }

  private List<Live> live(String state, String code) {
    List<Live> rules = new ArrayList<>();
    for (Rule rule : states.getOrDefault(state, List.of())) {
      Matcher matcher = rule.pattern().matcher(code);
      rules.add(new Live(rule, matcher.useTransparentBounds(true).useAnchoringBounds(false)));
    }
    return rules;
  }

  /// A rule at work on one text.
  private record Live(Rule rule, Matcher matcher) {

    @Nullable TokenClass kind(String code, int start, int end) {
      if (rule.words().isEmpty()) {
        return rule.kind();
      }
      TokenClass other = rule.words().get(code.substring(start, end));
      return other == null ? rule.kind() : other;
    }
  }
}
