package dev.levee.store;

import dev.levee.store.SftpFiles.RefusedException;
import dev.levee.store.SftpPacket.Attributes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder of another machine, over SFTP. It keeps no headers. Files are written beside the site
/// and take their names whole. That nothing may be there is held by the server; for conditions on
/// tags there is [ReadBackStore]. No object is reached through a symbolic link.
final class SftpStore implements Store {

  private static final String OWN = ".levee";

  /// How the paths start under which files are written before they take their names.
  static final String UNFINISHED = OWN + "/unfinished-";

  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

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
  private final Instant now;
  private final Set<String> folders = ConcurrentHashMap.newKeySet();
  private @Nullable SftpConnection connection;

  /// @param root the folder as the server calls it, without a slash at its end
  /// @param now tells what was left behind from what somebody else is writing
  SftpStore(String name, String root, Line line, Instant now) {
    this.name = name;
    this.root = root;
    this.line = line;
    this.now = now;
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
  public List<Listed> list() throws IOException {
    return new SftpWalk(name, root, files(), now.minus(LEFT_BEHIND)).all();
  }

  private String at(String path) {
    return root + "/" + path;
  }

  /// Where an object is.
  private String file(SftpFiles files, String path) throws StoreException {
    if (("/" + path + "/").matches(".*/(\\.{0,2})/.*")) {
      throw new StoreException("'" + path + "' lies outside of " + name, false, null);
    }
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (!folders.contains(folder) && files.attributes(at(folder)).isLink()) {
        throw new StoreException(
            "cannot reach '"
                + path
                + "' in "
                + name
                + ": '"
                + folder
                + "' is a symbolic link, which may lead out of it; make it a folder",
            false,
            null);
      }
      folders.add(folder);
    }
    return at(path);
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
    SftpFiles files = files();
    try {
      makeFolders(files, UNFINISHED);
      makeFolders(files, path);
      String file = file(files, path);
      String next = at(UNFINISHED + UUID.randomUUID());
      try {
        files.write(next, bytes);
        condition.check().run();
        if (condition.absent()) {
          moveTo(files, next, path);
        } else {
          files.moveOver(next, file);
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
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (!folders.contains(folder)) {
        Optional<Attributes> there = attributes(files, folder);
        if (there.isEmpty()) {
          makeFolder(files, folder);
        } else if (!there.get().isFolder() && !there.get().isLink()) {
          throw new StoreException(
              "cannot write '" + path + "' in " + name + ": '" + folder + "' is a file",
              false,
              null);
        }
      }
    }
  }

  private void makeFolder(SftpFiles files, String folder) throws StoreException {
    try {
      files.makeFolder(at(folder), folder.equals(OWN) ? Integer.valueOf(OWNER_ONLY) : null);
    } catch (RefusedException e) {
      if (attributes(files, folder).isEmpty()) { // else somebody was faster
        throw e;
      }
    }
  }

  @Override
  public void copy(String from, String to, long size) throws IOException {
    Fetched original =
        get(from)
            .orElseThrow(() ->
                new StoreException(
                    "cannot copy '" + from + "' in " + name + ": it is gone", false, null));
    put(to, original.bytes(), Map.of(), Condition.NONE);
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
      for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
        String folder = path.substring(0, slash);
        files.removeFolder(at(folder));
        folders.remove(folder);
      }
    } catch (RefusedException e) {
      return; // others need it, or it is theirs
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
