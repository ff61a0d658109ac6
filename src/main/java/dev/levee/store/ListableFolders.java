package dev.levee.store;

import java.util.Collection;
import java.util.regex.Pattern;

/// Which folders a bucket can be listed by.
public final class ListableFolders {

  /// With more than these a list of all takes fewer requests and hardly longer.
  private static final int MOST = 32;

  /// OpenDAL takes others for folders of another name, as it cuts off space and slashes.
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_.-].*/");

  private ListableFolders() {}

  /// Whether each of them can be listed by itself, and they are not too many.
  ///
  /// @param folders their names, each with a slash at its end
  public static boolean are(Collection<String> folders) {
    return folders.size() <= MOST
        && folders.stream().allMatch(folder -> PLAIN.matcher(folder).matches());
  }
}
