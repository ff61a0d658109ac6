package dev.levee.store;

import dev.levee.config.PublishTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Opens the store of a target.
public final class Stores {

  private Stores() {}

  /// The store, which nothing has been asked of yet but to forget what was never finished there.
  ///
  /// @param source the folder of the site, to which paths are relative
  /// @param environment where credentials are looked for; the files of `~/.aws` and the identity of
  ///   the machine come after it
  public static Store open(
      PublishTarget target, Path source, Map<String, String> environment, Instant now)
      throws IOException {
    return switch (target.place()) {
      case PublishTarget.Folder(String path) ->
          FolderStore.open(source.resolve(path).normalize(), now);
      case PublishTarget.Bucket(String bucket, String prefix) ->
          ObjectStore.open(target.url(), "s3", s3(target, bucket, prefix, environment));
    };
  }

  private static Map<String, String> s3(
      PublishTarget target, String bucket, String prefix, Map<String, String> environment) {
    Map<String, String> options = new HashMap<>();
    options.put("bucket", bucket);
    options.put("root", "/" + prefix);
    put(options, "access_key_id", environment.getOrDefault("AWS_ACCESS_KEY_ID", ""));
    put(options, "secret_access_key", environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""));
    put(options, "session_token", environment.getOrDefault("AWS_SESSION_TOKEN", ""));
    String endpoint = target.endpoint();
    put(
        options,
        "endpoint",
        endpoint.isEmpty() ? environment.getOrDefault("AWS_ENDPOINT_URL", "") : endpoint);
    String usual =
        environment.getOrDefault(
            "AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1"));
    put(options, "region", target.region().isEmpty() ? usual : target.region());
    if (environment.getOrDefault("AWS_EC2_METADATA_DISABLED", "").equalsIgnoreCase("true")) {
      options.put("disable_ec2_metadata", "true");
    }
    return options;
  }

  private static void put(Map<String, String> options, String key, String value) {
    if (!value.isEmpty()) {
      options.put(key, value);
    }
  }
}
