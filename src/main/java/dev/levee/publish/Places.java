package dev.levee.publish;

import dev.levee.output.Digest;

/// Where Levee keeps its own objects at a target.
final class Places {

  /// Nothing below it is for readers.
  static final String OWN = ".levee/";

  static final String MANIFEST = OWN + "manifest";
  static final String LOCK = OWN + "lock";
  private static final String RELEASES = OWN + "releases/";
  private static final String OBJECTS = OWN + "objects/";

  private Places() {}

  static String release(String id) {
    return RELEASES + id;
  }

  /// Where the bytes are kept that a release had and the present one has not.
  static String object(Digest digest) {
    return OBJECTS + digest.hex();
  }

  static boolean isRelease(String path) {
    return path.startsWith(RELEASES);
  }

  static boolean isObject(String path) {
    return path.startsWith(OBJECTS);
  }
}
