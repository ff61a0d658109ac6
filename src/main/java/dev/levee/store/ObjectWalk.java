package dev.levee.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.opendal.Entry;

/// Lists a bucket, by pages of which each waits for the one before, or folder by folder, many at
/// once. Each object lies in a folder at the top or at the top itself, which is listed too: so none
/// is missed, whoever put it there.
final class ObjectWalk {

  private static final int AT_ONCE = 16;

  private static final String OWN = OwnFolder.NAME + "/";

  private final Lists lists;

  ObjectWalk(Lists lists) {
    this.lists = lists;
  }

  /// Lists what is in a folder, and, if it is to go deep, what is in the folders of it.
  @FunctionalInterface
  interface Lists {
    List<Entry> of(String folder, boolean deep) throws IOException;
  }

  /// All objects, with some of the folders.
  ///
  /// @param wide whether there are several large folders, which are then listed together. What is
  ///   Levee's own is looked at before all else
  List<Entry> all(boolean wide) throws IOException {
    if (!wide) {
      return lists.of("", true);
    }
    List<Entry> all = new ArrayList<>(lists.of(OWN, false));
    all.addAll(lists.of("", false));
    List<String> folders = folders(all);
    if (!ListableFolders.are(folders)) {
      return lists.of("", true);
    }
    addTogether(folders, all);
    return all;
  }

  private static List<String> folders(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.getMetadata().isDir() && !isMarker(entry))
        .map(Entry::getPath)
        .filter(path -> !path.equals(OWN))
        .toList();
  }

  /// Whether it is the object that some tools make for a folder, here that of all, and no folder
  /// without a name, which has no tag.
  private static boolean isMarker(Entry entry) {
    return entry.getPath().equals("/") && entry.getMetadata().getEtag() != null;
  }

  /// A fault of one list ends the others as far as that can be: what was asked for is answered.
  private void addTogether(List<String> folders, List<Entry> all) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    CompletionService<List<Entry>> answers = new ExecutorCompletionService<>(threads);
    try {
      folders.forEach(folder -> answers.submit(() -> lists.of(folder, true)));
      for (int i = 0; i < folders.size(); i++) {
        all.addAll(answers.take().get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the publish was interrupted", false, e);
    } finally {
      threads.shutdownNow();
    }
  }
}
