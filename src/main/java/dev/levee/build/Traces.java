package dev.levee.build;

import dev.levee.page.PageFacts;
import dev.levee.problem.Problem;
import dev.levee.trace.Pack;
import dev.levee.trace.PackedProblems;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import dev.levee.trace.Unpack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// What each route asked when it was last rendered, with the answers, and what came of it. Every
/// question is kept once, however many routes asked it.
final class Traces {

  private static final List<Topic> TOPICS = List.of(Topic.values());

  private final List<Question> questions;
  private final long[] answers;
  private final Map<String, Trace> routes;

  /// What one route asked and gave.
  ///
  /// @param output the first bytes of the digest of what it gave
  /// @param questions the numbers of the questions
  /// @param page what it asks of others, if it is a page
  @SuppressWarnings("ArrayRecordComponent")
  record Trace(long output, int[] questions, List<Problem> problems, Optional<PageFacts> page) {}

  private Traces(List<Question> questions, long[] answers, Map<String, Trace> routes) {
    this.questions = questions;
    this.answers = answers;
    this.routes = routes;
  }

  static Traces empty() {
    return new Traces(List.of(), new long[0], Map.of());
  }

  /// Whether nothing was built before.
  boolean isEmpty() {
    return routes.isEmpty();
  }

  /// What of all this still holds.
  ///
  /// @param answer gives the answer that a question has now
  Checked check(ToLongFunction<Question> answer) {
    boolean[] changed = new boolean[answers.length];
    IntStream.range(0, answers.length)
        .parallel()
        .forEach(i -> changed[i] = answer.applyAsLong(questions.get(i)) != answers[i]);
    return new Checked(changed);
  }

  /// The traces of an earlier build in the light of the site as it is now.
  final class Checked {

    private final boolean[] changed;

    private Checked(boolean[] changed) {
      this.changed = changed;
    }

    /// The trace of a route, if there is one.
    Optional<Trace> of(String key) {
      return Optional.ofNullable(routes.get(key));
    }

    /// The first question of a trace whose answer is another now; nothing when none is.
    Optional<Question> firstChange(Trace trace) {
      for (int i : trace.questions) {
        if (changed[i]) {
          return Optional.of(questions.get(i));
        }
      }
      return Optional.empty();
    }

    /// A table of traces to which those that hold can be added.
    Recorder recorder() {
      return new Recorder(Traces.this);
    }
  }

  /// Collects the traces of this build, from several threads.
  static final class Recorder {

    private final Traces before;
    private final Map<Question, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<String, Trace> kept = new ConcurrentHashMap<>();
    private final Map<String, Trace> made = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /// Most pages ask the same of others.
    private final Map<PageFacts, PageFacts> shared = new ConcurrentHashMap<>();

    private Recorder(Traces before) {
      this.before = before;
    }

    /// Keeps the trace of a route that was not rendered.
    void keep(String key, Trace trace) {
      kept.put(key, trace);
    }

    /// Notes what a route asked and gave.
    void note(
        String key,
        long output,
        Collection<Question> asked,
        List<Problem> problems,
        Optional<PageFacts> page) {
      int[] questions = asked.stream().mapToInt(this::number).toArray();
      Optional<PageFacts> same = page.map(facts -> shared.computeIfAbsent(facts, f -> f));
      made.put(key, new Trace(output, questions, problems, same));
    }

    /// What pages ask of others, each answer once.
    ///
    /// @param keys those of which routes count
    Set<PageFacts> pages(Predicate<String> keys) {
      Set<PageFacts> pages = new HashSet<>();
      for (Map<String, Trace> traces : List.of(kept, made)) {
        traces.forEach((key, trace) -> {
          if (keys.test(key)) {
            trace.page.ifPresent(pages::add);
          }
        });
      }
      return pages;
    }

    /// What the page of a route asks of others; nothing for what is no page.
    Optional<PageFacts> page(String key) {
      Trace trace = made.containsKey(key) ? made.get(key) : kept.get(key);
      return trace == null ? Optional.empty() : trace.page;
    }

    private int number(Question question) {
      return numbers.computeIfAbsent(question, q -> next.getAndIncrement());
    }

    /// All questions of some topics, those of routes that were kept among them.
    Set<Question> about(Set<Topic> topics) {
      Set<Question> found = new HashSet<>();
      for (Question question : numbers.keySet()) {
        if (topics.contains(question.topic())) {
          found.add(question);
        }
      }
      boolean[] wanted = new boolean[before.answers.length];
      boolean any = false;
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = topics.contains(before.questions.get(i).topic());
        any |= wanted[i];
      }
      for (Trace trace : any ? kept.values() : List.<Trace>of()) {
        for (int i : trace.questions) {
          if (wanted[i]) {
            found.add(before.questions.get(i));
          }
        }
      }
      return found;
    }

    /// The keys of the routes that asked a question such as is wanted.
    Set<String> asking(Predicate<Question> wanted) {
      Set<Integer> found = new HashSet<>();
      numbers.forEach((question, number) -> {
        if (wanted.test(question)) {
          found.add(number);
        }
      });
      Set<String> keys = new HashSet<>();
      made.forEach((key, trace) -> {
        if (IntStream.of(trace.questions).anyMatch(found::contains)) {
          keys.add(key);
        }
      });
      kept.forEach((key, trace) -> {
        if (IntStream.of(trace.questions).mapToObj(before.questions::get).anyMatch(wanted)) {
          keys.add(key);
        }
      });
      return keys;
    }

    /// Whether anything is other than before.
    boolean isNews() {
      return !made.isEmpty() || kept.size() != before.routes.size();
    }

    /// Packs all traces.
    ///
    /// @param answer gives the answers to questions that were not asked before
    void pack(ToLongFunction<Question> answer, Pack pack) {
      int[] moved = new int[before.answers.length];
      for (Trace trace : kept.values()) {
        for (int i : trace.questions) {
          if (moved[i] == 0) {
            moved[i] = number(before.questions.get(i)) + 1;
          }
        }
      }
      Question[] all = new Question[next.get()];
      numbers.forEach((question, number) -> all[number] = question);
      Long[] known = new Long[all.length];
      for (int i = 0; i < moved.length; i++) {
        if (moved[i] > 0) {
          known[moved[i] - 1] = before.answers[i];
        }
      }
      pack.number(all.length);
      for (int i = 0; i < all.length; i++) {
        Question q = all[i];
        pack.number(TOPICS.indexOf(q.topic())).text(q.subject()).number(q.from()).number(q.to());
        Long answered = known[i];
        pack.fixed(answered == null ? answer.applyAsLong(q) : answered);
      }
      Map<PageFacts, Integer> pages = new LinkedHashMap<>();
      pages(key -> true).forEach(page -> pages.put(page, pages.size()));
      pack.list(pages.keySet(), page -> page.pack(pack));
      pack.number(kept.size() + made.size());
      kept.forEach((path, t) ->
          pack(path, t, IntStream.of(t.questions).map(i -> moved[i] - 1), pages, pack));
      made.forEach((key, t) -> pack(key, t, IntStream.of(t.questions), pages, pack));
    }

    private static void pack(
        String key, Trace trace, IntStream questions, Map<PageFacts, Integer> pages, Pack pack) {
      pack.text(key).fixed(trace.output);
      pack.number(trace.questions.length);
      questions.forEach(pack::number);
      PackedProblems.pack(trace.problems, pack);
      pack.optional(trace.page.map(pages::get), number -> pack.number(number));
    }
  }

  static Traces unpack(Unpack in) {
    int size = in.size();
    List<Question> questions = new ArrayList<>(size);
    long[] answers = new long[size];
    for (int i = 0; i < size; i++) {
      int topic = in.count();
      questions.add(new Question(TOPICS.get(topic), in.text(), in.count(), in.count()));
      answers[i] = in.fixed();
    }
    List<PageFacts> pages = in.list(() -> PageFacts.unpack(in));
    int count = in.size();
    Map<String, Trace> routes = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      String key = in.text();
      long output = in.fixed();
      int[] asked = new int[in.size()];
      for (int j = 0; j < asked.length; j++) {
        asked[j] = in.count();
      }
      routes.put(
          key,
          new Trace(
              output, asked, PackedProblems.unpack(in), in.optional(() -> pages.get(in.count()))));
    }
    return new Traces(questions, answers, routes);
  }
}
