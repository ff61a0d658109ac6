package dev.levee.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What is at a path, found out by asking the file system once.
record Found(boolean isFile, boolean isFolder, boolean isLink, Stamp stamp) {

  private static final String UNIX =
      "unix:size,lastModifiedTime,ctime,fileKey,isRegularFile,isDirectory,isSymbolicLink";

  private static final LinkOption[] FOLLOWING = {};
  private static final LinkOption[] NOT_FOLLOWING = {LinkOption.NOFOLLOW_LINKS};

  /// What is there, a link being a link.
  static Found at(Path path) throws IOException {
    return at(path, false);
  }

  /// @param follow whether to look at what a link leads to
  static Found at(Path path, boolean follow) throws IOException {
    LinkOption[] options = follow ? FOLLOWING : NOT_FOLLOWING;
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, options);
      // without a time of change a copy of another file with the same time would look the same
      Stamp stamp =
          new Stamp(
              basic.size(),
              nanoseconds(basic.lastModifiedTime()),
              Long.MAX_VALUE,
              Objects.hashCode(basic.fileKey()));
      return new Found(basic.isRegularFile(), basic.isDirectory(), basic.isSymbolicLink(), stamp);
    }
    Map<String, Object> unix = Files.readAttributes(path, UNIX, options);
    if (unix.get("size") instanceof Long size
        && unix.get("lastModifiedTime") instanceof FileTime modified
        && unix.get("ctime") instanceof FileTime changed) {
      long key = Objects.hashCode(unix.get("fileKey"));
      return new Found(
          Boolean.TRUE.equals(unix.get("isRegularFile")),
          Boolean.TRUE.equals(unix.get("isDirectory")),
          Boolean.TRUE.equals(unix.get("isSymbolicLink")),
          new Stamp(size, nanoseconds(modified), nanoseconds(changed), key));
    }
    throw new IOException("no size and times of " + path);
  }

  private static long nanoseconds(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
