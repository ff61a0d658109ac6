package dev.levee.live;

import dev.levee.problem.Problem;
import dev.levee.trace.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Pages that were made, for as long as nothing that they hang on has another answer. Safe to use
/// from several threads.
final class KeptPages {

  /// What all pages may take; with more, all are let go and they are made again as they are asked
  /// for.
  private static final long MOST_BYTES = 32 << 20;

  private final Map<String, Kept> pages = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();

  private static final class Kept {
    private final Made made;
    private final Map<Question, Long> answers;

    /// The last edition of which it is known to be a page.
    private volatile long edition;

    Kept(Made made, Map<Question, Long> answers, long edition) {
      this.made = made;
      this.answers = answers;
      this.edition = edition;
    }

    boolean holds(long now, ToLongFunction<Question> answer) {
      if (edition == now) {
        return true;
      }
      for (Map.Entry<Question, Long> known : answers.entrySet()) {
        if (answer.applyAsLong(known.getKey()) != known.getValue()) {
          return false;
        }
      }
      edition = now;
      return true;
    }
  }

  /// The page of a route as it was made for this or an earlier edition, else as it is made now.
  ///
  /// @param key tells routes apart
  /// @param answer gives the answer that a question has in this edition
  Made get(String key, long edition, ToLongFunction<Question> answer, Supplier<Made> make) {
    Kept known = pages.get(key);
    if (known != null && known.holds(edition, answer)) {
      return known.made;
    }
    Made made =
        pages.compute(
                key,
                (k, old) -> {
                  if (old != null && old.holds(edition, answer)) {
                    return old;
                  }
                  Kept kept = kept(make.get(), edition, answer);
                  bytes.addAndGet(kept.made.size() - (old == null ? 0 : old.made.size()));
                  return kept;
                })
            .made;
    if (bytes.get() > MOST_BYTES) {
      clear();
    }
    return made;
  }

  private Kept kept(Made made, long edition, ToLongFunction<Question> answer) {
    Map<Question, Long> answers = HashMap.newHashMap(made.asked().size());
    made.asked().forEach(question -> answers.put(question, answer.applyAsLong(question)));
    return new Kept(made, answers, edition);
  }

  /// What is wrong with pages that are still as they were made.
  List<Problem> problems(long edition, ToLongFunction<Question> answer) {
    List<Problem> problems = new ArrayList<>();
    for (Kept page : pages.values()) {
      if (!page.made.problems().isEmpty() && page.holds(edition, answer)) {
        problems.addAll(page.made.problems());
      }
    }
    return problems;
  }

  /// Lets go of all pages.
  void clear() {
    pages.clear();
    bytes.set(0);
  }
}
