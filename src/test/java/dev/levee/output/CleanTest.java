package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.output.Sites.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanTest {

  @TempDir Path temp;

  @Test
  void cleanRemovesWhatIsOursAndNothingElse() throws IOException {
    Path folder = temp.resolve("site");
    Map<String, File> site = Sites.random(new Random(1));
    Sites.build(folder, site);
    Files.writeString(folder.resolve("news/mine.txt"), "mine");
    try (DirectoryTarget target = DirectoryTarget.open(folder)) {
      assertThat(target.clean().deletes()).isEqualTo(site.size());
    }
    assertThat(Sites.read(folder)).isEqualTo(Map.of("news/mine.txt", "mine"));
    assertThat(folder.resolve(".levee")).doesNotExist();
    assertThat(folder.resolve("assets")).doesNotExist();
  }

  @Test
  void cleanRefusesToGuess() throws IOException {
    Path folder = temp.resolve("site");
    Sites.build(folder, Map.of("a", new File(Kind.PAGE, "A")));
    Files.writeString(folder.resolve(".levee/manifest"), "levee-manifest 7\n");
    try (DirectoryTarget target = DirectoryTarget.open(folder)) {
      assertThatThrownBy(target::clean)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "cannot tell which files of %s are Levee's, as its manifest was written by a newer"
                  + " Levee, in version 7 of its format",
              folder);
    }
    assertThat(folder.resolve("a")).exists();
  }
}
