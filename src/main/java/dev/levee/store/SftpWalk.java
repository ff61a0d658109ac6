package dev.levee.store;

import dev.levee.store.SftpFiles.RefusedException;
import dev.levee.store.SftpPacket.Attributes;
import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Finds all files below a folder, many folders at a time, but for those in folders that are closed
/// to Levee, which holds none of its own there, and those that somebody removes meanwhile or has
/// not finished.
///
/// @param name the place as messages call it
record SftpWalk(String name, String root, SftpFiles files) {

  /// Fewer than a server lets anybody hold open.
  private static final int FOLDERS_AT_ONCE = 100;

  List<Listed> all() throws IOException {
    List<Listed> all = new ArrayList<>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(FOLDERS_AT_ONCE, Thread.ofVirtual().factory())) {
      List<String> level = List.of("");
      while (!level.isEmpty()) {
        List<Callable<List<String>>> each = new ArrayList<>();
        for (String folder : level) {
          each.add(() -> list(folder, all));
        }
        List<String> below = new ArrayList<>();
        for (Future<List<String>> found : threads.invokeAll(each)) {
          below.addAll(found.get());
        }
        level = below;
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the publish was interrupted", false, e);
    }
    return all;
  }

  /// Adds the files of a folder, and gives the folders in it.
  private List<String> list(String folder, List<Listed> all) throws IOException {
    List<String> below = new ArrayList<>();
    for (SftpFiles.Entry entry : entries(folder)) {
      String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
      Attributes attributes = entry.attributes();
      if (attributes.isFolder()) {
        below.add(path);
      } else if (!OwnFolder.isUnfinished(path)) {
        synchronized (all) {
          all.add(new Listed(path, attributes.size(), attributes.tag()));
        }
      }
    }
    return below;
  }

  private List<SftpFiles.Entry> entries(String folder) throws IOException {
    if (folder.isEmpty()) {
      try {
        return files.list(root);
      } catch (RefusedException e) {
        throw e.isMissing()
            ? new StoreException(
                "there is no folder " + name + "; make it, or name another in 'targets'", false, e)
            : e.toFault("cannot list " + name);
      }
    }
    try {
      return files.list(root + "/" + folder);
    } catch (RefusedException e) {
      if (e.isMissing() || e.code() == SftpPacket.PERMISSION_DENIED) {
        return List.of();
      }
      throw e.toFault("cannot list '" + folder + "' in " + name);
    }
  }
}
