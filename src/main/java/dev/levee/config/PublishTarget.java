package dev.levee.config;

import java.util.List;

/// Where the site is published.
///
/// @param url as the settings write it, without a slash at its end
/// @param region of the bucket; empty where the environment says it
/// @param endpoint the address of a store that is not at its usual place; empty for that one
/// @param keepReleases how many releases, the one that is there among them, can be gone back to
/// @param keepDays how many days files stay that pages no longer ask for
/// @param maxDeletes how many of a hundred files a release may delete
/// @param precompressed whether the compressed forms of files are published beside them
/// @param caches who keeps copies of what is there, and has to be told of changes
public record PublishTarget(
    String name,
    String url,
    Place place,
    String region,
    String endpoint,
    int keepReleases,
    int keepDays,
    int maxDeletes,
    boolean precompressed,
    List<Cache> caches) {

  public PublishTarget {
    caches = List.copyOf(caches);
  }

  /// A cache between readers and a target.
  ///
  /// @param id what it calls what it keeps for the site; of a webhook its URL
  public record Cache(CacheKind kind, String id) {}

  /// Who runs a cache.
  public enum CacheKind {
    /// Amazon CloudFront, of which the id is a distribution.
    CLOUDFRONT,
    /// Cloudflare, of which it is a zone.
    CLOUDFLARE,
    /// Fastly, of which it is a service.
    FASTLY,
    /// Anybody who can be told by a request.
    WEBHOOK
  }

  /// What a URL names.
  public sealed interface Place {}

  /// A folder.
  ///
  /// @param path relative to the folder of the site, or absolute
  public record Folder(String path) implements Place {}

  /// A bucket of S3 or of a store that speaks as it does.
  ///
  /// @param prefix without slashes at its ends; may be empty
  public record Bucket(String bucket, String prefix) implements Place {}

  /// A bucket of Google Cloud Storage.
  ///
  /// @param prefix without slashes at its ends; may be empty
  public record GoogleBucket(String bucket, String prefix) implements Place {}

  /// A container of Azure Blob Storage.
  ///
  /// @param account whose container it is; empty where the environment says it
  /// @param prefix without slashes at its ends; may be empty
  public record Container(String account, String container, String prefix) implements Place {}

  /// A folder of another machine, over SFTP.
  ///
  /// @param user empty where ssh knows it
  /// @param port 0 where ssh knows it
  /// @param path absolute, or relative to the user's own folder; without a slash at its end
  public record RemoteFolder(String user, String host, int port, String path) implements Place {}
}
