package dev.levee.content;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who wrote articles.
///
/// @param id what front matter calls the author; the name, for an author that `_data/authors` does
///   not describe
/// @param data all that `_data/authors` says of the author
public record Author(String id, String name, Map<String, @Nullable Object> data) {
  public Author {
    data = Collections.unmodifiableMap(data);
  }
}
