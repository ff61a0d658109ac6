package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.content.FrontMatter.Address;
import dev.levee.content.FrontMatter.Correction;
import dev.levee.content.FrontMatter.Image;
import dev.levee.content.FrontMatter.Layout;
import dev.levee.problem.Location;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.Stamp;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An article that comes out of the cache is the one that went in.
class ArticleCodecTest {

  private static final ZoneId ZONE = ZoneId.of("America/Toronto");
  private static final Location AT = new Location("content/a.md", 3, 7);

  @Test
  void everyFieldComesBack() throws Exception {
    ArticleFile file = new ArticleFile("a.md", Path.of("content/a.md"), new Stamp(1, 0, 0, 0));
    FrontMatter all =
        new FrontMatter(
            "Títle",
            date(1),
            date(2),
            date(3),
            date(4),
            true,
            Optional.of("slug"),
            Optional.of(address("/own/")),
            List.of(address("/old/"), address("/older.html")),
            Optional.of("news/local"),
            Optional.of(new Layout("special", AT)),
            Optional.of("type"),
            -3,
            Optional.of(Locale.forLanguageTag("pt-BR")),
            "description",
            "dek",
            List.of("ada", "bob"),
            Map.of("tags", List.of("a, b", "c")),
            Optional.of("series"),
            Optional.of(new Image("src", "alt", "caption", "credit", "focus", AT)),
            true,
            false,
            Optional.of("https://example.org/"),
            List.of(new Correction(date(5), "text"), new Correction(Optional.empty(), "other")),
            Map.of("list", List.of(1L, 2.5, true, "x"), "map", Map.of("k", "v")));
    Article article = new Article(file, "content/a.md", "news", all, "a", 9, 11, -12);
    Pack pack = new Pack();
    ArticleCodec.pack(article, pack);
    Article back = ArticleCodec.unpack(file, ZONE, new Unpack(pack.bytes()));
    assertComponents(article, back);
    assertComponents(all, back.frontMatter());
    assertThat(FrontMatter.class.getRecordComponents())
        .as("a new field is tested here")
        .hasSize(25);
  }

  private static void assertComponents(Record expected, Record actual) throws Exception {
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      assertThat(accessor.invoke(actual))
          .as(component.getName())
          .isEqualTo(accessor.invoke(expected));
    }
  }

  private static Optional<ZonedDateTime> date(int day) {
    return Optional.of(ZonedDateTime.of(2016, 11, day, 21, 30, 0, 7, ZONE));
  }

  private static Address address(String path) {
    return new Address(new UrlPath(path), AT);
  }
}
