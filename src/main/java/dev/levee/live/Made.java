package dev.levee.live;

import dev.levee.output.Output;
import dev.levee.problem.Problem;
import dev.levee.trace.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands at an address.
///
/// @param content nothing when something is wrong that lets it not be made
/// @param fingerprinted whether another content would stand at another address
/// @param headers what a server of the built site would say with it, but that it would allow the
///   page what all pages need
/// @param problems what is wrong with it, as the settings see it
/// @param asked what it hangs on; empty for what is published as it is
public record Made(
    Optional<Output.Content> content,
    boolean fingerprinted,
    Map<String, String> headers,
    List<Problem> problems,
    Collection<Question> asked) {

  /// A question with its subject and what was answered.
  private static final long QUESTION = 200;

  public Made {
    headers = Map.copyOf(headers);
    problems = List.copyOf(problems);
  }

  /// What was made again may be the same, but then it is not this one.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /// About how many bytes this takes.
  public long size() {
    long bytes =
        content.isPresent() && content.get() instanceof Output.Bytes b ? b.bytes().length : 0;
    return bytes + QUESTION * asked.size();
  }
}
