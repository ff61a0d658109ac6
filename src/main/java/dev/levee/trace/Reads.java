package dev.levee.trace;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Notes what one route asks while it is rendered. Used by one thread.
public final class Reads {

  private final boolean noting;
  private final Set<Question> questions = new LinkedHashSet<>();
  private final Map<String, NotedList<?>> lists = new HashMap<>();

  private Reads(boolean noting) {
    this.noting = noting;
  }

  /// Takes notes.
  public static Reads noting() {
    return new Reads(true);
  }

  /// Takes none, for those who only look.
  public static Reads forgetting() {
    return new Reads(false);
  }

  /// Notes a question without a subject.
  public void note(Topic topic) {
    note(new Question(topic, ""));
  }

  /// Notes a question.
  public void note(Topic topic, String subject) {
    note(new Question(topic, subject));
  }

  /// Notes a question with two subjects.
  public void note(Topic topic, String first, String second) {
    note(Question.of(topic, first, second));
  }

  /// Notes a question about a part of a list.
  public void note(Topic topic, String list, int from, int to) {
    note(new Question(topic, list, from, to));
  }

  private void note(Question question) {
    if (noting) {
      questions.add(question);
    }
  }

  /// Notes what was asked for something that this route asked for.
  public void noteAll(Collection<Question> asked) {
    if (noting) {
      questions.addAll(asked);
    }
  }

  /// A list that notes which of its elements, and whether its length, was asked for.
  ///
  /// @param key what questions call the list
  @SuppressWarnings("unchecked") // a key is always of the same list
  public <T> List<T> list(String key, List<T> list) {
    return noting ? (List<T>) lists.computeIfAbsent(key, k -> new NotedList<>(list)) : list;
  }

  /// All that was asked.
  public Set<Question> questions() {
    lists.forEach((key, list) -> list.noteIn(this, key));
    return questions;
  }
}
