package dev.levee.store;

import dev.levee.config.PublishTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Opens the store of a target.
public final class Stores {

  private Stores() {}

  /// The store, which nothing has been asked of yet.
  ///
  /// @param source the folder of the site, to which paths are relative
  /// @param environment where credentials are looked for; the files of the user and the identity of
  ///   the machine come after it
  public static Store open(PublishTarget target, Path source, Map<String, String> environment)
      throws IOException {
    BucketOptions options = new BucketOptions(target, environment);
    return switch (target.place()) {
      case PublishTarget.Folder(String path) -> FolderStore.open(source.resolve(path).normalize());
      case PublishTarget.Bucket bucket ->
          ObjectStore.open(target.url(), ObjectService.S3, options.s3(bucket));
      case PublishTarget.GoogleBucket bucket ->
          readBack(ObjectStore.open(target.url(), ObjectService.GOOGLE, options.google(bucket)));
      case PublishTarget.Container container ->
          readBack(ObjectStore.open(target.url(), ObjectService.AZURE, options.azure(container)));
      case PublishTarget.RemoteFolder folder ->
          readBack(
              new SftpStore(
                  target.url(),
                  folder.path(),
                  new Ssh(target.url(), folder, environment)::connect));
    };
  }

  private static Store readBack(Store store) {
    return new ReadBackStore(store, Thread::sleep);
  }
}
