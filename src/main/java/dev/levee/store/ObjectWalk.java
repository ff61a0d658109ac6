package dev.levee.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.opendal.Entry;
import org.apache.opendal.OpenDALException;

/// Lists a bucket, by pages of which each waits for the one before, or folder by folder, many at
/// once. Each object lies in a folder at the top or at the top itself, which is listed too: so none
/// is missed, whoever put it there.
final class ObjectWalk {

  /// With more folders than these a list of all takes fewer requests and hardly longer.
  private static final int MOST_FOLDERS = 32;

  private static final String OWN = OwnFolder.NAME + "/";

  /// OpenDAL takes others for folders of another name, as it cuts off space and slashes.
  private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}_.-].*/");

  private final Lists lists;
  private final Map<String, Future<List<Entry>>> asked = new HashMap<>();

  ObjectWalk(Lists lists) {
    this.lists = lists;
  }

  /// Lists what is in a folder, and, if it is to go deep, what is in the folders of it.
  @FunctionalInterface
  interface Lists {
    List<Entry> of(String folder, boolean deep) throws StoreException;
  }

  /// All objects, with some of the folders.
  List<Entry> all() throws StoreException {
    return lists.of("", true);
  }

  /// The same. What is Levee's own is looked at before all else.
  ///
  /// @param large folders at the top, which are not waited for to be found
  List<Entry> all(Collection<String> large) throws StoreException {
    List<Entry> all = new ArrayList<>(lists.of(OWN, false));
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      boolean asks = ask(folders(all), threads) && ask(large, threads);
      List<Entry> top = lists.of("", false);
      if (!asks || !ask(folders(top), threads)) {
        return all();
      }
      all.addAll(top);
      for (Future<List<Entry>> entries : asked.values()) {
        all.addAll(entries.get());
      }
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OpenDALException said) {
        throw said;
      }
      if (e.getCause() instanceof StoreException fault) {
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

  private static List<String> folders(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.getMetadata().isDir())
        .map(Entry::getPath)
        .filter(path -> !path.equals(OWN))
        .toList();
  }

  /// Asks for what is in folders, unless it was asked for already.
  ///
  /// @return whether all of them can be asked for by themselves
  private boolean ask(Collection<String> folders, ExecutorService threads) {
    List<String> others = folders.stream().filter(folder -> !asked.containsKey(folder)).toList();
    if (asked.size() + others.size() > MOST_FOLDERS
        || !others.stream().allMatch(folder -> PLAIN.matcher(folder).matches())) {
      return false;
    }
    for (String folder : others) {
      asked.put(folder, threads.submit(() -> lists.of(folder, true)));
    }
    return true;
  }
}
