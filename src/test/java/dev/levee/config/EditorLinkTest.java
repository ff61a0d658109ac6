package dev.levee.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.problem.Problems;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EditorLinkTest {

  private static final EditorLink VSCODE = new EditorLink(EditorLink.KNOWN.get("vscode"));
  private static final EditorLink IDEA = new EditorLink(EditorLink.KNOWN.get("idea"));

  @Test
  void aPlaceInAFileIsALink() {
    Path file = Path.of("/home/me/site/content/a.md");
    assertThat(VSCODE.to(file, 3, 7)).isEqualTo("vscode://file/home/me/site/content/a.md:3:7");
    assertThat(IDEA.to(file, 3, 7))
        .isEqualTo("idea://open?file=/home/me/site/content/a.md&line=3&column=7");
  }

  @Test
  void whereNoLineIsKnownTheTopIsMeant() {
    assertThat(VSCODE.to(Path.of("/a.md"), 0, 0)).isEqualTo("vscode://file/a.md:1:1");
  }

  @Test
  void pathsArePercentEncoded() {
    assertThat(IDEA.to(Path.of("/w/a b&c=d/é%?#:{line}.md"), 1, 1))
        .isEqualTo(
            "idea://open?file=/w/a%20b%26c%3Dd/%C3%A9%25%3F%23%3A%7Bline%7D.md"
                + "&line=1&column=1");
  }

  @Test
  void aDriveKeepsItsColon() {
    assertThat(VSCODE.to(Path.of("C:/me/a:b.md"), 1, 1))
        .isEqualTo("vscode://file/C:/me/a%3Ab.md:1:1");
  }

  @Test
  void nothingThatIsBuiltDependsOnIt() {
    SiteConfig without = read("");
    SiteConfig with = read("preview: {editor: vscode}\n");
    assertThat(with.pageDigest()).isEqualTo(without.pageDigest());
    assertThat(with.textDigest()).isEqualTo(without.textDigest());
    assertThat(with.frontMatterDigest()).isEqualTo(without.frontMatterDigest());
  }

  private static SiteConfig read(String more) {
    return SiteConfigReader.read(
        "title: T\nurl: https://example.org\n" + more, "levee.yaml", new Problems());
  }
}
