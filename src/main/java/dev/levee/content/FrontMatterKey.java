package dev.levee.content;

import java.util.Arrays;
import java.util.List;

/// The standard keys of an article's front matter, with what other generators call them.
public enum FrontMatterKey {
  TITLE("title"),
  DATE("date", "pubDate", "published_at"),
  UPDATED("updated", "lastmod", "modified"),
  PUBLISH_DATE("publishDate"),
  EXPIRY_DATE("expiryDate"),
  /// `published: false` and `status: draft` say the same.
  DRAFT("draft", "published", "status"),
  SLUG("slug"),
  URL("url", "permalink"),
  ALIASES("aliases", "redirect_from"),
  SECTION("section"),
  LAYOUT("layout"),
  TYPE("type"),
  WEIGHT("weight"),
  LANGUAGE("language", "lang"),
  DESCRIPTION("description", "excerpt", "summary"),
  DEK("dek", "subtitle", "standfirst"),
  AUTHORS("authors", "author", "byline"),
  TAGS("tags", "tag"),
  CATEGORIES("categories", "category"),
  SERIES("series"),
  IMAGE("image"),
  FEATURED("featured"),
  SEARCH("search"),
  CANONICAL("canonical"),
  CORRECTIONS("corrections"),
  PARAMS("params");

  private final String key;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> otherNames;

  FrontMatterKey(String key, String... otherNames) {
    this.key = key;
    this.otherNames = List.of(otherNames);
  }

  /// The name under which Levee documents the key.
  public String key() {
    return key;
  }

  /// What else the key may be called.
  public List<String> otherNames() {
    return otherNames;
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(FrontMatterKey::key).toList();
  }
}
