package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.output.Sites;
import dev.levee.output.Sites.File;
import dev.levee.store.SshServer;
import dev.levee.store.Store;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The law of publishing on a real server: its processes are killed before each change in turn, or
/// before some of them, and what stands in the folder then is read as a visitor does.
class CutSftpTest {

  private static final int KEPT = 4;
  private static final String KEPT_FILES = ".*\\.(css|woff|jpg)";

  @TempDir Path temp;

  @Test
  void aLineThatIsCutLeavesNoPageWithoutItsFiles() throws Exception {
    Random random = new Random(7);
    try (SshServer server = SshServer.start(Files.createDirectory(temp.resolve("keys")))) {
      Path before = Files.createDirectory(temp.resolve("before"));
      List<Map<String, File>> sites = new ArrayList<>();
      for (int day = 0; day < 3; day++) {
        sites.add(Sites.random(random));
        assertThat(isPublished(server, before, sites.getLast(), Integer.MAX_VALUE, day)).isTrue();
      }
      Map<String, File> next = Sites.random(random);
      int step = Budget.of(12, 3);
      int cuts = 0;
      for (boolean done = false; !done; cuts++) {
        Path folder = copy(before, temp.resolve("cut-" + cuts));
        done = isPublished(server, folder, next, cuts * step, 3);
        checkReaders(read(folder), sites, next.keySet());
        assertThat(isPublished(server, folder, next, Integer.MAX_VALUE, 4)).isTrue();
        assertThat(read(folder)).containsAllEntriesOf(Sites.texts(next));
        Set<String> rest = read(folder).keySet();
        rest.removeAll(next.keySet());
        assertThat(rest).as("what stays").allMatch(path -> path.matches(KEPT_FILES));
      }
      assertThat(cuts * step).isGreaterThan(10);
    }
  }

  /// Whether the publish came to its end.
  ///
  /// @param changes after how many of them the line is cut
  private static boolean isPublished(
      SshServer server, Path folder, Map<String, File> site, int changes, int day)
      throws IOException {
    try (Store store = new Cut(server.open(folder), server, changes)) {
      new Target(store, KEPT, 0).later(Duration.ofDays(day)).publish(site, Allowance.values());
      return true;
    } catch (StoreException e) {
      assertThat(e).message().isIn("the line is cut", "the connection to the server broke");
      return false;
    }
  }

  private static void checkReaders(
      Map<String, String> files, List<Map<String, File>> sites, Set<String> next) {
    Set<String> staying = new HashSet<>(sites.getLast().keySet());
    staying.retainAll(next);
    staying.removeIf(path -> !path.endsWith(".html"));
    assertThat(files).containsKeys(staying.toArray(String[]::new));
    assertThat(Sites.brokenLinks(files, staying)).isEmpty();
    for (Map<String, File> held : sites) {
      held.forEach((path, page) -> {
        Matcher link = Sites.HREF.matcher(path.endsWith(".html") ? page.text() : "");
        while (link.find()) {
          if (link.group(1).matches(KEPT_FILES)) {
            assertThat(files).as("files of " + path).containsKey(link.group(1));
          }
        }
      });
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        if (!path.startsWith(".levee/")) {
          files.put(path, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  /// A store whose server is killed before a change, after which nobody answers.
  private static final class Cut implements Store {

    private final Store store;
    private final SshServer server;
    private final AtomicInteger left;

    Cut(Store store, SshServer server, int changes) {
      this.store = store;
      this.server = server;
      this.left = new AtomicInteger(changes);
    }

    private void change() throws StoreException {
      answers();
      if (left.getAndDecrement() == 0) {
        server.cut();
      }
    }

    private void answers() throws StoreException {
      if (left.get() < 0) {
        throw new StoreException("the line is cut", false, null);
      }
    }

    @Override
    public String name() {
      return store.name();
    }

    @Override
    public List<Listed> list(boolean wide) throws IOException {
      answers();
      return store.list(wide);
    }

    @Override
    public Optional<Listed> stat(String path) throws IOException {
      answers();
      return store.stat(path);
    }

    @Override
    public Optional<Fetched> get(String path) throws IOException {
      answers();
      return store.get(path);
    }

    @Override
    public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
        throws IOException {
      change();
      store.put(path, bytes, headers, condition);
    }

    @Override
    public void copy(String from, String to, long size) throws IOException {
      change();
      store.copy(from, to, size);
    }

    @Override
    public void delete(String path) throws IOException {
      change();
      store.delete(path);
    }

    @Override
    public void close() throws IOException {
      store.close();
    }
  }
}
