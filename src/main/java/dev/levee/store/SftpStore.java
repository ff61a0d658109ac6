package dev.levee.store;

import dev.levee.store.SftpFiles.RefusedException;
import dev.levee.store.SftpPacket.Attributes;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder of another machine, over SFTP. It keeps no headers. Files are written beside the site
/// and take their names whole. That nothing may be there is held by the server; for conditions on
/// tags there is [ReadBackStore]. No object is reached through a symbolic link.
final class SftpStore implements Store {

  /// Only its owner sees what is in Levee's own folder: the web server need not.
  private static final int OWNER_ONLY = 0700;

  /// Opens a line to the server.
  @FunctionalInterface
  interface Line {
    SftpConnection open() throws StoreException;
  }

  private final String name;
  private final String root;
  private final Line line;
  private final Set<String> folders = ConcurrentHashMap.newKeySet();
  private @Nullable SftpConnection connection;

  /// @param root the folder as the server calls it, without a slash at its end
  SftpStore(String name, String root, Line line) {
    this.name = name;
    this.root = root;
    this.line = line;
  }

  @Override
  public String name() {
    return name;
  }

  /// The files at the other end of a line that works, as far as that is known.
  private synchronized SftpFiles files() throws StoreException {
    SftpConnection open = connection;
    if (open == null || open.isBroken()) {
      close();
      open = line.open();
      connection = open;
    }
    return new SftpFiles(name, open);
  }

  @Override
  public List<Listed> list(boolean wide) throws IOException {
    return new SftpWalk(name, root, files()).all();
  }

  private String at(String path) {
    return root + "/" + path;
  }

  private void check(String path) throws StoreException {
    if (("/" + path + "/").matches(".*/(\\.{0,2})/.*")) {
      throw new StoreException("'" + path + "' lies outside of " + name, false, null);
    }
  }

  /// Where an object is.
  private String file(SftpFiles files, String path) throws StoreException {
    check(path);
    for (String folder : OwnFolder.foldersOf(path)) {
      if (!folders.contains(folder)) {
        checkFolder(path, folder, files.attributes(at(folder)));
      }
    }
    return at(path);
  }

  private void checkFolder(String path, String folder, Attributes there) throws StoreException {
    if (there.isLink()) {
      throw OwnFolder.throughLink(path, name, folder);
    }
    if (there.isFolder()) {
      folders.add(folder);
    }
  }

  @Override
  public Optional<Listed> stat(String path) throws IOException {
    SftpFiles files = files();
    try {
      Attributes there = files.attributes(file(files, path));
      return there.isFolder()
          ? Optional.empty()
          : Optional.of(new Listed(path, there.size(), there.tag()));
    } catch (RefusedException e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw fault("read", path, e);
    }
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    SftpFiles files = files();
    try {
      return Optional.of(files.read(file(files, path)));
    } catch (RefusedException e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw fault("read", path, e);
    }
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    check(path);
    SftpFiles files = files();
    try {
      String unfinished = OwnFolder.unfinished();
      makeFolders(files, unfinished);
      makeFolders(files, path);
      String next = at(unfinished);
      try {
        files.write(next, bytes);
        condition.check().run();
        if (condition.absent()) {
          moveTo(files, next, path);
        } else {
          files.moveOver(next, at(path));
        }
      } catch (StoreException e) {
        forget(files, next);
        throw e;
      }
    } catch (RefusedException e) {
      throw fault("write", path, e);
    }
  }

  private Optional<Attributes> attributes(SftpFiles files, String path) throws StoreException {
    try {
      return Optional.of(files.attributes(at(path)));
    } catch (RefusedException e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void moveTo(SftpFiles files, String next, String path) throws StoreException {
    if (attributes(files, path).isPresent()) {
      throw new ConflictException(path);
    }
    try {
      files.moveTo(next, at(path));
    } catch (RefusedException e) {
      if (attributes(files, path).isPresent()) {
        throw new ConflictException(path);
      }
      throw e;
    }
  }

  private static void forget(SftpFiles files, String unfinished) {
    try {
      files.remove(unfinished);
    } catch (StoreException e) {
      return; // a later publish does it
    }
  }

  private void makeFolders(SftpFiles files, String path) throws StoreException {
    for (String folder : OwnFolder.foldersOf(path)) {
      if (!folders.contains(folder)) {
        Attributes there = madeFolder(files, folder);
        checkFolder(path, folder, there);
        if (!there.isFolder()) {
          throw new StoreException(
              "cannot write '" + path + "' in " + name + ": '" + folder + "' is a file",
              false,
              null);
        }
      }
    }
  }

  /// What stands where a folder is needed, which is made where nothing does.
  private Attributes madeFolder(SftpFiles files, String folder) throws StoreException {
    Optional<Attributes> there = attributes(files, folder);
    if (there.isPresent()) {
      return there.get();
    }
    try {
      files.makeFolder(
          at(folder), folder.equals(OwnFolder.NAME) ? Integer.valueOf(OWNER_ONLY) : null);
    } catch (RefusedException e) {
      return attributes(files, folder).orElseThrow(() -> e); // else somebody was faster
    }
    return files.attributes(at(folder));
  }

  /// Gives the file a second name where that can be: no file is ever changed, only replaced.
  @Override
  public void copy(String from, String to, long size) throws IOException {
    if (isLinked(from, to)) {
      return;
    }
    Fetched original =
        get(from)
            .orElseThrow(() ->
                new StoreException(
                    "cannot copy '" + from + "' in " + name + ": it is gone", false, null));
    put(to, original.bytes(), Map.of(), Condition.NONE);
  }

  /// Whether a file has a second name now; nothing is changed where something has that name, or the
  /// server does not do that.
  private boolean isLinked(String from, String to) throws StoreException {
    check(to);
    SftpFiles files = files();
    try {
      String file = file(files, from);
      if (!files.canLink() || !files.attributes(file).isFile()) {
        return false;
      }
      makeFolders(files, to);
      files.link(file, at(to));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Override
  public void delete(String path) throws IOException {
    SftpFiles files = files();
    try {
      files.remove(file(files, path));
    } catch (RefusedException e) {
      if (e.isMissing() || attributes(files, path).filter(Attributes::isFolder).isPresent()) {
        return;
      }
      throw fault("remove", path, e);
    }
    removeEmptied(files, path);
  }

  private void removeEmptied(SftpFiles files, String path) throws StoreException {
    try {
      for (String folder : OwnFolder.foldersOf(path).reversed()) {
        files.removeFolder(at(folder));
        folders.remove(folder);
      }
    } catch (RefusedException e) {
      return; // others need it, or it is theirs
    }
  }

  @Override
  public void removeUnfinished() {
    try {
      SftpFiles files = files();
      Map<String, Instant> changed = new HashMap<>();
      for (SftpFiles.Entry entry : files.list(file(files, OwnFolder.NAME))) {
        changed.put(
            OwnFolder.NAME + "/" + entry.name(),
            Instant.ofEpochSecond(entry.attributes().seconds()));
      }
      for (String path : OwnFolder.leftBehind(changed)) {
        files.remove(file(files, path));
      }
    } catch (StoreException e) {
      return; // they are in nobody's way
    }
  }

  /// A folder that vanished while something was put there is made by the next attempt.
  private StoreException fault(String what, String path, RefusedException e) {
    folders.clear();
    return e.toFault("cannot " + what + " '" + path + "' in " + name);
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
