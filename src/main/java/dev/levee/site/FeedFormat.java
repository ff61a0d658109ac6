package dev.levee.site;

/// The formats of feeds, with the names under which each stands beside the list it is of.
public enum FeedFormat {
  RSS("rss", "rss.xml", "application/rss+xml"),
  ATOM("atom", "atom.xml", "application/atom+xml"),
  JSON("json", "feed.json", "application/feed+json");

  private final String setting;
  private final String fileName;
  private final String mediaType;

  FeedFormat(String setting, String fileName, String mediaType) {
    this.setting = setting;
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  /// The word of the settings.
  public String setting() {
    return setting;
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }
}
