package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.output.OutputPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeFoldersTest {

  private final List<OutputPath> site = new ArrayList<>();

  private void files(String folder, int count) {
    for (int i = 0; i < count; i++) {
      site.add(OutputPath.of(folder + "page" + i + "/index.html"));
    }
  }

  @Test
  void aLargeSiteOfSeveralFoldersIsListedByThem() {
    files("news/", 1_900);
    files("tags/", 1_900);
    files("culture/", 1_900);
    site.add(OutputPath.of("index.html"));
    assertThat(LargeFolders.of(site)).containsExactly("culture/", "news/", "tags/");
  }

  @Test
  void aSmallSiteIsNot() {
    files("news/", 900);
    files("tags/", 900);
    assertThat(LargeFolders.of(site)).isEmpty();
    assertThat(LargeFolders.of(List.of())).isEmpty();
  }

  @Test
  void oneOfWhichOneFolderIsNearlyAllIsNot() {
    files("news/", 9_000);
    files("tags/", 900);
    assertThat(LargeFolders.of(site)).isEmpty();
  }

  @Test
  void oneOfManyFoldersIsNot() {
    for (int i = 0; i < 3_000; i++) {
      files("folder" + i + "/", 2);
    }
    assertThat(LargeFolders.of(site)).isEmpty();
  }
}
