package dev.levee.store;

import java.util.Set;

/// Kinds of object stores.
enum ObjectService {
  S3(
      "s3",
      "AWS_ACCESS_KEY_ID and its secret",
      "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"),
  GOOGLE(
      "gcs",
      "GOOGLE_APPLICATION_CREDENTIALS",
      "set GOOGLE_APPLICATION_CREDENTIALS, or CLOUDSDK_AUTH_ACCESS_TOKEN"),
  AZURE(
      "azblob",
      "AZURE_STORAGE_CONNECTION_STRING, or AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN",
      "set AZURE_STORAGE_CONNECTION_STRING, or AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN");

  private static final String TYPE = "Content-Type";
  private static final String CACHING = "Cache-Control";
  private static final String ENCODING = "Content-Encoding";

  private final String scheme;
  private final String variables;
  private final String remedy;

  ObjectService(String scheme, String variables, String remedy) {
    this.scheme = scheme;
    this.variables = variables;
    this.remedy = remedy;
  }

  /// What OpenDAL calls it.
  String scheme() {
    return scheme;
  }

  /// The headers that it keeps with objects.
  Set<String> headers() {
    return switch (this) {
      case S3 -> Set.of(TYPE, CACHING, ENCODING, "Content-Disposition");
      case GOOGLE -> Set.of(TYPE, CACHING, ENCODING);
      case AZURE -> Set.of(TYPE, CACHING);
    };
  }

  /// Which variables of the environment hold credentials.
  String variables() {
    return variables;
  }

  /// What to do where there are no credentials.
  String remedy() {
    return remedy;
  }

  /// Whether a copy within the store is done when the answer comes. Azure may go on copying, and
  /// does not copy for those who come with a shared access signature.
  boolean copies() {
    return this != AZURE;
  }
}
