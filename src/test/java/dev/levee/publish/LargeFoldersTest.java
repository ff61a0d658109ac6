package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeFoldersTest {

  private final List<String> site = new ArrayList<>();

  private void files(String folder, int count) {
    for (int i = 0; i < count; i++) {
      site.add(folder + "page" + i + "/index.html");
    }
  }

  @Test
  void aLargeSiteOfSeveralFoldersIsListedByThem() {
    files("news/", 1_900);
    files("tags/", 1_900);
    files("culture/", 1_900);
    site.add("index.html");
    assertThat(LargeFolders.of(site).areWorthIt()).isTrue();
  }

  @Test
  void aSmallSiteIsNot() {
    files("news/", 900);
    files("tags/", 900);
    assertThat(LargeFolders.of(site).areWorthIt()).isFalse();
    assertThat(LargeFolders.of(List.of()).areWorthIt()).isFalse();
  }

  @Test
  void oneOfWhichOneFolderIsNearlyAllIsNot() {
    files("news/", 9_000);
    files("tags/", 900);
    assertThat(LargeFolders.of(site).areWorthIt()).isFalse();
  }

  @Test
  void oneOfManyFoldersIsNot() {
    for (int i = 0; i < 100; i++) {
      files("folder" + i + "/", 100);
    }
    assertThat(LargeFolders.of(site).areWorthIt()).isFalse();
  }

  @Test
  void oneWithAFolderThatCannotBeListedByItselfIsNot() {
    files("news/", 1_900);
    files("новости/", 1_900);
    files("tags/", 1_900);
    assertThat(LargeFolders.of(site).areWorthIt()).isFalse();
  }

  @Test
  void oneWithMuchAtTheTopIsNot() {
    files("news/", 1_900);
    IntStream.range(0, 3_000).forEach(i -> site.add("page" + i + ".html"));
    assertThat(LargeFolders.of(site)).isEqualTo(new LargeFolders(5, 7));
    assertThat(LargeFolders.of(site).areWorthIt()).isFalse();
  }
}
