package dev.levee.site;

import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The data of the site, which notes which of its files were asked for.
final class NotedData extends AbstractMap<String, @Nullable Object> {

  private final Map<String, @Nullable Object> data;
  private final Reads reads;

  NotedData(Map<String, @Nullable Object> data, Reads reads) {
    this.data = data;
    this.reads = reads;
  }

  @Override
  public @Nullable Object get(Object name) {
    reads.note(Topic.DATA, String.valueOf(name));
    return data.get(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    reads.note(Topic.ALL_DATA);
    return data.entrySet();
  }
}
