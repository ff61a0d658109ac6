package dev.levee.publish;

import dev.levee.cdn.Cdn;
import dev.levee.deliver.Addresses;
import dev.levee.output.OutputPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The caches in front of a target, which are told of what says something else now.
///
/// @param base the path of the site's URL, without a slash at its end
public record Caches(String base, List<Cdn> cdns) {

  /// Nobody keeps anything.
  public static final Caches NONE = new Caches("", List.of());

  public Caches {
    cdns = List.copyOf(cdns);
  }

  /// What a cache is asked to forget.
  ///
  /// @param addresses none where it is asked to forget all
  public record Asked(Cdn cdn, boolean all, List<String> addresses) {}

  /// What is asked because of some files.
  public List<Asked> asked(Collection<OutputPath> outdated) {
    List<String> addresses = new ArrayList<>();
    outdated.forEach(path -> addresses.addAll(Addresses.of(base, path.value())));
    return addresses.isEmpty()
        ? List.of()
        : cdns.stream()
            .map(cdn ->
                addresses.size() > cdn.most()
                    ? new Asked(cdn, true, List.of())
                    : new Asked(cdn, false, List.copyOf(addresses)))
            .toList();
  }

  /// Asks them all, whether or not one of them fails.
  ///
  /// @return why caches that failed did so
  List<String> forget(Collection<OutputPath> outdated) {
    List<String> failures = new ArrayList<>();
    for (Asked asked : asked(outdated)) {
      try {
        if (asked.all()) {
          asked.cdn().forgetAll();
        } else {
          asked.cdn().forget(asked.addresses());
        }
      } catch (IOException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return failures;
  }
}
