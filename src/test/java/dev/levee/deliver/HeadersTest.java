package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.config.Hosting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HeadersTest {

  private static final Hosting SETTINGS =
      new Hosting(false, Map.of(), Map.of(), false, List.of(), null);

  private final Headers table =
      Headers.of(SETTINGS, Published.of("", List.of(), List.of(), new TreeSet<>(), List.of()));

  @Test
  void endingsAreMeantInCapitalsToo() {
    assertThat(table.of("/x.JPG")).containsEntry("Content-Type", "image/jpeg");
    assertThat(table.of("/x.HTML")).isEqualTo(table.of("/x.html"));
    assertThat(table.of("/pic.SVG").get("Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void whateverMayHaveScriptsHasThePolicyOfPages() {
    String policy = table.of("/").get("Content-Security-Policy");
    for (String address : List.of("/x.htm", "/x.xhtml", "/x.xml", "/a/x.XML")) {
      assertThat(table.of(address)).containsEntry("Content-Security-Policy", policy);
    }
    assertThat(table.of("/x.htm")).containsKey("Referrer-Policy");
  }

  @Test
  void thePageForErrorsHasThePolicyOfWhatItAloneAsksFor() {
    TreeSet<String> pages = new TreeSet<>(List.of("img-src https://pictures.example.net"));
    Headers site =
        Headers.of(
            SETTINGS,
            Published.of("/mag", List.of("50x.html"), List.of(), pages, List.of())
                .withServerError(List.of("style-src 'sha256-x='")));
    assertThat(site.of("/mag/50x.html").get("Content-Security-Policy"))
        .contains("style-src 'self' 'sha256-x='")
        .doesNotContain("example.net");
    for (String address : List.of("/mag/", "/mag/404.html", "/mag/a/50x.html")) {
      assertThat(site.of(address).get("Content-Security-Policy"))
          .as(address)
          .contains("https://pictures.example.net")
          .doesNotContain("style-src");
    }
  }

  @Test
  void theTypesOfNginxAreKnown() throws Exception {
    Path types = Path.of("/etc/nginx/mime.types");
    String text = Files.exists(types) ? Files.readString(types) : "video/quicktime mov;";
    Matcher lines = Pattern.compile("[a-z]+/\\S+\\s+([a-z0-9 ]+);").matcher(text);
    while (lines.find()) {
      for (String ending : lines.group(1).split(" ")) {
        if (!lines.group().startsWith(MediaTypes.UNKNOWN)) {
          assertThat(MediaTypes.all()).containsKey(ending);
        }
      }
    }
    assertThat(MediaTypes.of("a/b.HEIC")).isEqualTo("image/heic");
    assertThat(MediaTypes.of("report.docx")).contains("wordprocessingml");
  }
}
