package dev.levee.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedPathsTest {

  private final WatchedPaths paths =
      WatchedPaths.of(
          List.of(Path.of("/site/content"), Path.of("/site/.theme")),
          List.of(Path.of("/site/.levee.yaml")));

  @ParameterizedTest
  @ValueSource(
      strings = {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse", "drvfs", "virtiofs"})
  void mountsOfOtherMachinesTellNothing(String type) {
    assertThat(WatchedPaths.isSilent(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuseblk", "NTFS", "zfs"})
  void disksOfThisMachineTell(String type) {
    assertThat(WatchedPaths.isSilent(type)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/site/content",
        "/site/content/a.md",
        "/site/content/_data/authors.yaml",
        "/site/.theme/assets/main.css",
        "/site/.levee.yaml"
      })
  void whatTheSiteIsMadeOfIsOfConcern(String path) {
    assertThat(paths.concern(Path.of(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/site",
        "/site/README.md",
        "/site/content/.git",
        "/site/content/a.md~",
        "/site/content/.a.md.swp",
        "/site/contents/a.md"
      })
  void whatIsBesideItIsNot(String path) {
    assertThat(paths.concern(Path.of(path))).isFalse();
  }

  @Test
  void whatDoesNotExistYetHasAFolderAroundIt(@TempDir Path folder) {
    assertThat(WatchedPaths.nearestFolder(folder.resolve("a/b/c"))).isEqualTo(folder);
    assertThat(WatchedPaths.nearestFolder(folder)).isEqualTo(folder);
  }
}
