package dev.levee.markdown;

import dev.levee.problem.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A shortcode as its author wrote it: `{{< name key="value" >}}`.
///
/// @param name what it is called
/// @param named the values that have a key, in the order of the text
/// @param positional the values that have none
/// @param paired whether a close tag `{{< /name >}}` belongs to it
/// @param innerSource the Markdown between the tags, without the marks of the quotes and lists
///   around it; empty when it is not paired
/// @param at where it starts
public record Shortcode(
    String name,
    Map<String, String> named,
    List<String> positional,
    boolean paired,
    String innerSource,
    Location at) {

  public Shortcode {
    named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    positional = List.copyOf(positional);
  }
}
