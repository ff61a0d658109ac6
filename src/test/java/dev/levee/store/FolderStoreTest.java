package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.store.Store.Condition;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderStoreTest extends FolderContract {

  @Override
  Store open(Path folder) throws IOException {
    return FolderStore.open(folder);
  }

  @Test
  void aFolderThatIsMissingIsMade() throws IOException {
    Path missing = temp.resolve("missing");
    Store nowhere = open(missing);
    assertThat(nowhere.list(false)).isEmpty();
    assertThat(missing).doesNotExist();
    nowhere.put("a", ONE, Map.of(), Condition.NONE);
    assertThat(missing.resolve("a")).exists();
  }

  @Test
  void aNameIsTakenByOneAloneWhereFilesHaveNoSecondNames() throws IOException {
    Path next = Files.write(temp.resolve("next"), new byte[100]);
    FolderStore.claim(temp.resolve("lock"), next);
    assertThat(temp.resolve("lock")).hasSize(100);
    assertThat(next).doesNotExist();
    Path other = Files.write(temp.resolve("next"), ONE);
    assertThatThrownBy(() -> FolderStore.claim(temp.resolve("lock"), other))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(temp.resolve("lock")).hasSize(100);
  }

  @Test
  void whatIsLeveesOwnIsNotForEverybody() throws IOException {
    store.put(".levee/lock", ONE, Map.of(), Condition.NONE);
    store.put("a", ONE, Map.of(), Condition.NONE);
    assumeTrue(Files.getFileStore(out).supportsFileAttributeView("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(".levee"))))
        .startsWith("rwx")
        .endsWith("---");
    assertThat(Files.getPosixFilePermissions(out.resolve("a")))
        .contains(PosixFilePermission.OTHERS_READ);
  }

  @Test
  void aFullDiskIsKnownByItsWords() {
    assertThat(FolderStore.isFull(new IOException("No space left on device"))).isTrue();
    assertThat(FolderStore.isFull(new FileSystemException("/a", null, "Disk quota exceeded")))
        .isTrue();
    assertThat(FolderStore.isFull(new AccessDeniedException("/a"))).isFalse();
    assertThat(FolderStore.isFull(new IOException())).isFalse();
  }

  @Test
  void whatVanishesOrIsClosedIsNoFaultOfAList() throws IOException {
    FolderWalk walk = new FolderWalk(out);
    String inside = out.resolve("lost+found").toString();
    assertThat(walk.visitFileFailed(Path.of(inside), new NoSuchFileException(inside)))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.visitFileFailed(Path.of(inside), new AccessDeniedException(inside)))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.postVisitDirectory(Path.of(inside), new NoSuchFileException(inside)))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThatThrownBy(() -> walk.visitFileFailed(out, new AccessDeniedException(out.toString())))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> walk.visitFileFailed(Path.of(inside), new IOException("broken")))
        .hasMessage("broken");
  }
}
