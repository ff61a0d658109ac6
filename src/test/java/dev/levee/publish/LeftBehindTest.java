package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.output.Kind;
import dev.levee.output.Sites.File;
import dev.levee.store.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftBehindTest {

  private static Map<String, File> site(String text) {
    return Map.of("index.html", new File(Kind.HOME, text));
  }

  @Test
  void onlyAPublishThatHoldsTheLockRemovesWhatAnotherNeverFinished(@TempDir Path out)
      throws IOException {
    Target target = new Target(FolderStore.open(out));
    target.publish(site("one"));
    Path left = Files.writeString(out.resolve(".levee/unfinished-x"), "x");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    target.publisher().plan(Target.candidate(site("two")));
    target.publisher().releases();
    target.publish(site("one"));
    assertThat(left).exists();
    target.publish(site("two"));
    assertThat(left).doesNotExist();
  }
}
