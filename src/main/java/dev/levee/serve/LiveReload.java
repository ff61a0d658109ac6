package dev.levee.serve;

import dev.levee.http.Pages;
import dev.levee.http.Reply;
import jakarta.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Tells open pages that they are others now, and what is wrong with the site.
///
/// Nothing is queued: every page compares what it was told last with how things are when it gets to
/// hear of it. So a slow one costs nothing and misses only what is past.
final class LiveReload {

  private final UnaryOperator<String> editions;
  private String problems = ProblemMessage.NONE;
  private long changes;

  /// @param editions the edition of the page at a path, which is another whenever the page is;
  ///   asked from many threads. It should not come twice in the life of a tab, even across servers
  LiveReload(UnaryOperator<String> editions) {
    this.editions = editions;
  }

  /// The messages for a tab, from when it has the page that it shows.
  ///
  /// @param query says in `page` the path of that page as the browser writes it, and in `edition`
  ///   which one it has
  Reply.Events subscribe(String query) {
    Map<String, String> parameters = parameters(query);
    String page = decoded(parameters.getOrDefault("page", ""));
    return new Tab(page, parameters.getOrDefault("edition", ""));
  }

  /// Some pages may have become others.
  synchronized void changed() {
    changes++;
    notifyAll();
  }

  /// What is wrong with the site now.
  ///
  /// @param message see [ProblemMessage]
  synchronized void problems(String message) {
    if (!message.equals(problems)) {
      problems = message;
      changed();
    }
  }

  /// Waits until something is other than at a moment; nothing when that does not come in time.
  private synchronized Optional<Moment> after(long moment, Duration wait)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    while (changes == moment) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    return Optional.of(new Moment(changes, problems));
  }

  /// Whether a path is one that [Pages#at] takes.
  private static boolean isAddress(String path) {
    return path.startsWith("/")
        && path.indexOf('\\') < 0
        && path.indexOf('\0') < 0
        && Arrays.stream(path.split("/")).noneMatch(s -> s.equals(".") || s.equals(".."));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        parameters.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private record Moment(long changes, String problems) {}

  /// A page that is open in a browser.
  private final class Tab implements Reply.Events {
    private final String page;
    private String edition;
    private String toldProblems = "";
    private long seen = -1;

    Tab(String page, String edition) {
      this.page = page;
      this.edition = edition;
    }

    @Override
    public Optional<String> next(Duration wait) throws InterruptedException {
      long end = System.nanoTime() + wait.toNanos();
      while (true) {
        Optional<Moment> moment = after(seen, Duration.ofNanos(end - System.nanoTime()));
        if (moment.isEmpty()) {
          return Optional.empty();
        }
        String now = isAddress(page) ? editions.apply(page) : edition;
        if (!now.equals(edition)) {
          edition = now;
          return Optional.of(
              Json.createObjectBuilder()
                  .add("type", "update")
                  .add("edition", now)
                  .build()
                  .toString());
        }
        if (!moment.get().problems().equals(toldProblems)) {
          toldProblems = moment.get().problems();
          return Optional.of(toldProblems);
        }
        seen = moment.get().changes();
      }
    }

    @Override
    public void close() {
      // nothing is kept for it
    }
  }
}
