package dev.levee.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.levee.TestSite;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.SourceFile.DataFile;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.source.SourceFile.SectionFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTreeTest {

  private final Problems problems = new Problems();

  @Test
  void everyFileIsOfOneKind() throws Exception {
    SourceTree tree =
        scan(
            TestSite.of(
                """
                -- content/_index.md --
                -- content/about.md --
                -- content/news/flood/index.md --
                -- content/news/flood/river.jpg --
                -- content/news/OLD.MD --
                -- content/news/storm.markdown --
                -- content/_data/authors.yaml --
                -- content/_data/deep/numbers.csv --
                """));
    assertThat(paths(tree, SectionFile.class)).containsExactly("_index.md");
    assertThat(paths(tree, ArticleFile.class))
        .containsExactly("about.md", "news/OLD.MD", "news/flood/index.md", "news/storm.markdown");
    assertThat(paths(tree, ResourceFile.class)).containsExactly("news/flood/river.jpg");
    assertThat(paths(tree, DataFile.class))
        .containsExactly("_data/authors.yaml", "_data/deep/numbers.csv");
  }

  @Test
  void whatStartsWithAnUnderscoreOrADotIsLeftOut() throws Exception {
    SourceTree tree =
        scan(
            TestSite.of(
                """
                -- content/_drafts/a.md --
                -- content/.git/b.md --
                -- content/news/_note.md --
                -- content/news/.DS_Store --
                -- content/news/_data/c.yaml --
                """));
    assertThat(tree.files()).isEmpty();
  }

  @Test
  void aBundleIsItsFolder() throws Exception {
    ArticleFile file =
        scan(TestSite.of("-- content/news/flood/index.md --\n")).all(ArticleFile.class).getFirst();
    assertThat(file.isBundle()).isTrue();
    assertThat(file.folder()).isEqualTo("news/flood");
    assertThat(file.name()).isEqualTo("index.md");
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
    TestSite site = TestSite.of("-- secret.md --\n---\ntitle: Secret\n---\n");
    Files.createSymbolicLink(site.path("content/a.md"), site.path("secret.md"));
    Files.createSymbolicLink(site.path("content/etc"), Path.of("/etc"));
    assertThat(scan(site).files()).isEmpty();
    assertThat(problems())
        .containsExactly(
            "content/a.md error link-out-of-tree this link leads out of the folder content"
                + " | copy what it points at into content",
            "content/etc error link-out-of-tree this link leads out of the folder content"
                + " | copy what it points at into content");
  }

  @Test
  void aLinkWithinTheFolderIsAFile() throws Exception {
    TestSite site = TestSite.of("-- content/a.jpg --\n12345\n");
    Files.createSymbolicLink(site.path("content/b.jpg"), Path.of("a.jpg"));
    assertThat(scan(site).files()).extracting(SourceFile::path).containsExactly("a.jpg", "b.jpg");
    assertThat(scan(site).files()).extracting(file -> file.stamp().size()).containsExactly(6L, 6L);
  }

  @Test
  void aLinkInACircleOrToNothingOrToAFolderIsNamed() throws Exception {
    TestSite site = TestSite.of("-- content/news/a.jpg --\n");
    Files.createSymbolicLink(site.path("content/circle.md"), Path.of("circle.md"));
    Files.createSymbolicLink(site.path("content/gone.md"), Path.of("nothing.md"));
    Files.createSymbolicLink(site.path("content/news/up"), Path.of(".."));
    assertThat(scan(site).files()).extracting(SourceFile::path).containsExactly("news/a.jpg");
    assertThat(problems())
        .containsExactly(
            "content/circle.md error unreadable-file this link points at nothing",
            "content/gone.md error unreadable-file this link points at nothing",
            "content/news/up error link-out-of-tree links to folders are not followed");
  }

  @Test
  void jekyllsFolderOfPostsIsNotPassedOverInSilence() throws Exception {
    TestSite site = TestSite.of("-- content/_posts/a.md --\n-- content/_drafts/b.md --\n");
    assertThat(scan(site).files()).isEmpty();
    assertThat(problems())
        .containsExactly(
            "content/_posts warn unpublished-folder nothing in this folder is published, as its"
                + " name starts with _ | rename it to posts");
  }

  @Test
  void theContentFolderMayItselfBeALink() throws Exception {
    TestSite site = TestSite.of("-- elsewhere/a.md --\n");
    Files.delete(site.path("content"));
    Files.createSymbolicLink(site.path("content"), Path.of("elsewhere"));
    assertThat(scan(site).files()).extracting(SourceFile::path).containsExactly("a.md");
    assertThat(problems()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsAFaultOfTheMachine() {
    assertThatThrownBy(() -> SourceTree.scan(Path.of("/nowhere/at/all"), "content", problems))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anUnreadableFolderIsNamed() throws Exception {
    TestSite site = TestSite.of("-- content/locked/a.md --\n-- content/b.md --\n");
    Path locked = site.path("content/locked");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(locked), "permissions do not bind this user");
      assertThat(scan(site).files()).extracting(SourceFile::path).containsExactly("b.md");
      assertThat(problems())
          .containsExactly(
              "content/locked error unreadable-file this cannot be read: AccessDeniedException"
                  + " | check its permissions");
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private SourceTree scan(TestSite site) throws Exception {
    return SourceTree.scan(site.path("content"), "content", problems);
  }

  private static List<String> paths(SourceTree tree, Class<? extends SourceFile> kind) {
    return tree.all(kind).stream().map(SourceFile::path).toList();
  }

  private List<String> problems() {
    return problems.sorted().stream().map(TestSite::line).toList();
  }
}
