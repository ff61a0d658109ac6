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
    PublishTarget.Place place = target.place();
    // by instanceof, as no start-up cache holds what Java makes for a switch over types
    if (place instanceof PublishTarget.Folder(String path)) {
      return FolderStore.open(source.resolve(path).normalize());
    }
    if (place instanceof PublishTarget.Bucket bucket) {
      return ObjectStore.open(target.url(), ObjectService.S3, options.s3(bucket));
    }
    if (place instanceof PublishTarget.GoogleBucket bucket) {
      return readBack(ObjectStore.open(target.url(), ObjectService.GOOGLE, options.google(bucket)));
    }
    if (place instanceof PublishTarget.Container container) {
      return readBack(
          ObjectStore.open(target.url(), ObjectService.AZURE, options.azure(container)));
    }
    PublishTarget.RemoteFolder folder = (PublishTarget.RemoteFolder) place;
    Ssh ssh = new Ssh(target.url(), folder, environment);
    return readBack(new SftpStore(target.url(), folder.path(), ssh::connect));
  }

  private static Store readBack(Store store) {
    return new ReadBackStore(store, Thread::sleep);
  }
}
