package dev.levee.trace;

import org.jspecify.annotations.Nullable;

/// Something that a route asked of the site. At one moment it has one answer, whoever asks.
///
/// @param subject what it is about, in the words of the topic: a path, the key of a list, …; two of
///   them with [#AND] between
/// @param from the first element of a range of a list, else 0
/// @param to the element after the last one, else 0
public record Question(Topic topic, String subject, int from, int to) {

  /// Stands between two subjects, since it stands in no path and no name.
  public static final char AND = '\0';

  public Question(Topic topic, String subject) {
    this(topic, subject, 0, 0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Question question
        && topic == question.topic
        && from == question.from
        && to == question.to
        && subject.equals(question.subject);
  }

  @Override
  public int hashCode() {
    return ((subject.hashCode() * 31 + topic.hashCode()) * 31 + from) * 31 + to;
  }

  /// A question with two subjects.
  public static Question of(Topic topic, String first, String second) {
    return new Question(topic, first + AND + second);
  }

  /// The first of two subjects, or the only one.
  public String first() {
    int and = subject.indexOf(AND);
    return and < 0 ? subject : subject.substring(0, and);
  }

  /// The second of two subjects.
  public String second() {
    return subject.substring(subject.indexOf(AND) + 1);
  }

  /// The question for a person to read, as what may have changed.
  public String inWords() {
    String named = subject.indexOf(AND) < 0 ? subject : first() + ", " + second();
    String range = to == 0 ? "" : " (" + (from + 1) + " to " + to + ")";
    return topic.words().replace("%s", named) + range;
  }
}
