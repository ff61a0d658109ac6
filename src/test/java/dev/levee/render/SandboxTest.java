package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What templates cannot reach.
class SandboxTest {

  private static final String ARTICLE = "-- content/a.md --\n---\ntitle: A\n---\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "${\"freemarker.template.utility.Execute\"?new()(\"id\")} ~ is not allowed in the template",
        "${\"java.lang.Runtime\"?new()} ~ Runtime",
        "${\"'freemarker.template.utility.ObjectConstructor'?new()\"?eval} ~ would run a text as"
            + " code",
        "${\"'freemarker.template.utility.JythonRuntime'?new()\"?eval} ~ would run a text as code",
        "${article?api.class} ~ Can't use ?api",
        "${site.params?api} ~ Can't use ?api",
        "${article.title?api} ~ Can't use ?api",
        "${article.getClass()} ~ 'article' has no 'getClass'",
        "${article.class} ~ 'article' has no 'class'",
        "${article.title.getClass()} ~ Expected a hash",
        "${article.title.class} ~ Expected a hash",
        "${site.params.class} ~ 'site.params.class' is missing here",
        "${site.sections.class} ~ Expected a hash",
        "${asset.class} ~ Expected a hash",
        "${.data_model.class} ~ '.data_model.class' is missing here",
        "<#include \"../../../../../../etc/passwd\"> ~ there is no template",
        "<#include \"/etc/passwd\"> ~ there is no template",
        "<#include \"file:///etc/passwd\"> ~ there is no template",
        "<#include \"classpath:log4j.properties\"> ~ there is no template",
        "<#include \"http://example.org/x\"> ~ there is no template",
        "<#include \"/../levee.yaml\"> ~ there is no template",
        "<#include \"..\\\\levee.yaml\"> ~ there is no template",
        "<#import \"../../etc/passwd\" as x> ~ there is no template",
        "${asset(\"../article.ftlh\")} ~ there is no asset",
        "${asset(\"/etc/passwd\")} ~ there is no asset",
        "${.now} ~ '.now' is the time of the machine",
        "${. now} ~ '.now' is the time of the machine",
        "${('.' + 'now')?eval} ~ would run a text as code",
        "<#assign t = 'x'?interpret> ~ would run a text as code"
      })
  void everyWayOutEndsInOneProblem(String template, String message) {
    BuiltSite site = BuiltSite.of(ARTICLE + "-- templates/article.ftlh --\n" + template + "\n");
    assertThat(site.problems())
        .singleElement()
        .asString()
        .startsWith("templates/article.ftlh:1:")
        .contains(message)
        .doesNotContain("wrapper", "dev.levee", "root:");
  }

  @Test
  void theMachineShowsThroughNoVariable() {
    BuiltSite site =
        BuiltSite.of(
            ARTICLE
                + """
                -- templates/article.ftlh --
                ${.locale} ${.lang} ${.template_name} ${.output_format} ${.data_model?keys?join(" ")}
                """);
    assertThat(site.problems()).isEmpty();
    assertThat(site.text("a/index.html"))
        .isEqualTo(
            "en en article.ftlh HTML"
                + " site page asset integrity stylesheet words picture href article\n");
  }

  @Test
  void aLinkOutOfTheTemplatesIsNotFollowed() throws IOException {
    TestSite secret = TestSite.of("-- secret.txt --\nSECRET ${1 + 1}\n");
    TestSite site = TestSite.of(ARTICLE);
    site.folder("templates/partials").folder("templates/assets");
    link(site.path("templates/article.ftlh"), secret.path("secret.txt"));
    link(site.path("templates/partials/card.ftlh"), secret.path("secret.txt"));
    link(site.path("templates/assets/stolen.txt"), secret.path("secret.txt"));
    link(site.path("templates/folder"), secret.folder());
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems())
        .containsExactly(
            problem("article.ftlh"), problem("assets/stolen.txt"), problem("partials/card.ftlh"));
    site.file(
        "levee.yaml", "title: x\nurl: https://example.org\nproblems: {link-out-of-tree: warn}\n");
    BuiltSite lowered = BuiltSite.of(site);
    assertThat(lowered.isWritten()).isTrue();
    assertThat(lowered.mentioning("SECRET")).isEmpty();
    assertThat(lowered.mentioning("stolen")).isEmpty();
  }

  @Test
  void aLinkWithinTheTemplatesIs() throws IOException {
    TestSite site = TestSite.of(ARTICLE + "-- templates/x/real.ftlh --\nreal\n");
    link(site.path("templates/article.ftlh"), site.path("templates/x/real.ftlh"));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(built.text("a/index.html")).isEqualTo("real\n");
  }

  private static String problem(String name) {
    return "templates/"
        + name
        + " error link-out-of-tree this link leads out of the folder templates | copy what it"
        + " points at into templates";
  }

  private static void link(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      assumeTrue(false, "this machine makes no symbolic links");
    }
  }
}
