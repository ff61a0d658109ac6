package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationCheckTest {

  @TempDir Path temp;
  private final Problems problems = new Problems();

  @Test
  void aFolderOfSomebodyElseIsRefusedAndNotTouched() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("home"));
    Files.writeString(folder.resolve("thesis.doc"), "");
    Files.writeString(folder.resolve("zebra"), "");
    assertThat(refusal(folder))
        .isEqualTo("'" + folder + "' holds files that Levee did not write, such as 'thesis.doc'");
    assertThat(problems.sorted().getFirst().hint())
        .isEqualTo("choose an empty folder, or move or remove what is in this one");
    assertThatThrownBy(() -> DirectoryTarget.open(folder))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("thesis.doc");
    assertThat(folder.resolve(".levee")).doesNotExist();
  }

  @Test
  void aMissingAnEmptyAndABuiltFolderAreFine() throws IOException {
    Path folder = temp.resolve("a/b/site");
    assertThat(DirectoryTarget.check(folder, List.of(), problems)).isTrue();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".gitignore"), "*");
    assertThat(DirectoryTarget.check(folder, List.of(), problems)).isTrue();
    Files.createDirectory(folder.resolve(".levee"));
    assertThat(DirectoryTarget.check(folder, List.of(), problems)).isTrue();
    Files.writeString(folder.resolve(".levee/manifest"), "whatever");
    Files.writeString(folder.resolve("index.html"), "");
    assertThat(DirectoryTarget.check(folder, List.of(), problems)).isTrue();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aFileIsNoDestination() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThat(refusal(file)).isEqualTo("'" + file + "' is a file, and a site needs a folder");
  }

  @Test
  void aLinkInThePlaceOfOurFolderIsRefused() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("site"));
    Files.createSymbolicLink(folder.resolve(".levee"), temp);
    assertThat(refusal(folder)).isEqualTo("'" + folder + "/.levee' is not a folder of Levee's");
  }

  @Test
  void aSourceFolderIsNoDestination() throws IOException {
    Path content = Files.createDirectory(temp.resolve("content"));
    assertThat(refusal(content, content))
        .isEqualTo("'" + content + "' is the source folder '" + content + "'");
  }

  @Test
  void aDestinationLiesInNoSource() throws IOException {
    Path content = Files.createDirectory(temp.resolve("content"));
    Path within = content.resolve("not/yet/there");
    assertThat(refusal(within, content))
        .isEqualTo("'" + within + "' lies in the source folder '" + content + "'");
  }

  @Test
  void aDestinationHoldsNoSourceNotEvenByALink() throws IOException {
    Path content = Files.createDirectories(temp.resolve("project/content"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("project"));
    assertThat(refusal(link, content))
        .isEqualTo("'" + link + "' holds the source folder '" + content + "'");
  }

  @Test
  void aNeighbourWithALikeNameIsFine() throws IOException {
    Path content = Files.createDirectory(temp.resolve("content"));
    assertThat(DirectoryTarget.check(temp.resolve("content-site"), List.of(content), problems))
        .isTrue();
  }

  private String refusal(Path folder, Path... sources) throws IOException {
    assertThat(DirectoryTarget.check(folder, List.of(sources), problems)).isFalse();
    assertThat(problems.sorted()).extracting(Problem::code).containsExactly(ProblemCode.NOT_A_SITE);
    return problems.sorted().getFirst().message();
  }
}
