package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `updatedFromGit: true` takes the date of an article's last commit where it says none itself.
class UpdatedFromGitTest {

  private final TestSite site =
      TestSite.of(
          """
          -- levee.yaml --
          title: T
          url: https://example.org
          timezone: America/Toronto
          updatedFromGit: true
          -- content/news/a.md --
          ---
          title: A
          date: 2016-11-08
          ---
          -- content/news/été.md --
          ---
          title: Été
          date: 2016-11-08
          updated: 2016-11-09
          ---
          """);

  @BeforeEach
  void gitIsThere() throws Exception {
    assumeTrue(run(site.folder(), "git", "--version") == 0, "skipped: git is missing");
  }

  @Test
  void theLastCommitCountsUnlessTheArticleSaysMore() throws Exception {
    git("init", "-q");
    commit("2016-11-08T12:00:00Z");
    site.file("content/news/a.md", "---\ntitle: A, mended\ndate: 2016-11-08\n---\n");
    site.file("content/news/été.md", "---\ntitle: É\ndate: 2016-11-08\nupdated: 2016-11-09\n---\n");
    commit("2016-11-12T03:00:00Z");

    assertThat(updated("news/a.md")).isEqualTo("2016-11-11T22:00-05:00[America/Toronto]");
    assertThat(updated("news/été.md")).isEqualTo("2016-11-09T00:00-05:00[America/Toronto]");
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void aCommitOfTheDayOfPublicationIsNoUpdate() throws Exception {
    git("init", "-q");
    commit("2016-11-08T23:00:00Z");
    assertThat(updated("news/a.md")).isEmpty();
  }

  @Test
  void withoutAHistoryThereIsAWarning() {
    assertThat(updated("news/a.md")).isEmpty();
    assertThat(site.problems())
        .containsExactly(
            "content warn no-git-history the settings ask for dates from git, which says: this is"
                + " not a repository with commits | take updatedFromGit out, or build in a clone");
  }

  @Test
  void aShallowCloneIsAWarning() throws Exception {
    git("init", "-q");
    commit("2016-11-10T12:00:00Z");
    site.file("content/news/a.md", "---\ntitle: B\ndate: 2016-11-08\n---\n");
    commit("2016-11-12T12:00:00Z");
    TestSite clone = TestSite.of("");
    Path target = clone.folder().resolve("clone");
    String source = "file://" + site.folder();
    run(clone.folder(), "git", "clone", "-q", "--depth", "1", source, target.toString());
    assertThat(TestSite.at(target).problems())
        .containsExactly(
            "content warn shallow-clone this is a shallow clone, so many articles seem to be"
                + " changed by its oldest commit | clone with the whole history: fetch-depth: 0");
  }

  @Test
  void aCommitAloneMakesThePageAnew() throws Exception {
    site.file("templates/article.ftlh", "${article.updated.iso}");
    git("init", "-q");
    commit("2016-11-10T12:00:00Z");
    BuiltSite.of(site);
    git("commit", "-q", "--amend", "-m", "x", "--date", "2016-11-12T12:00:00Z");
    assertThat(BuiltSite.of(site).text("news/a/index.html")).startsWith("2016-11-12");
  }

  private String updated(String path) {
    return site.article(path).frontMatter().updated().map(Object::toString).orElse("");
  }

  private void commit(String date) throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", "x", "--date", date);
  }

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=T", "-c", "user.email=t@example.org"));
    command.addAll(List.of(arguments));
    assertThat(run(site.folder(), command.toArray(String[]::new))).isZero();
  }

  private static int run(Path folder, String... command) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    for (int i = 0; i < command.length - 1; i++) {
      if (command[i].equals("--date")) {
        builder.environment().put("GIT_COMMITTER_DATE", command[i + 1]);
      }
    }
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
