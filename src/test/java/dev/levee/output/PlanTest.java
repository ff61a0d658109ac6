package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanTest {

  private final TreeMap<OutputPath, Manifest.Entry> before = new TreeMap<>();

  @Test
  void aNewSiteOpensItsDoorLast() {
    Plan plan =
        plan(
            staged("index.html", Kind.HOME),
            staged("feed.xml", Kind.FEED),
            staged("tags/index.html", Kind.LIST),
            staged("b/index.html", Kind.PAGE),
            staged("a/index.html", Kind.PAGE),
            staged("paper.pdf", Kind.FILE),
            staged("a/p.jpg", Kind.PICTURE),
            staged("main.css", Kind.ASSET));
    assertThat(steps(plan))
        .containsExactly(
            "put main.css",
            "put a/p.jpg",
            "put paper.pdf",
            "put a/index.html",
            "put b/index.html",
            "put tags/index.html",
            "put feed.xml",
            "put index.html");
  }

  @Test
  void newFilesComeBeforeChangedOnesAndDeletesComeLast() {
    was("a.css", Kind.ASSET, "old");
    was("a/index.html", Kind.PAGE, "old");
    was("gone.jpg", Kind.PICTURE, "old");
    was("gone/index.html", Kind.PAGE, "old");
    was("same/index.html", Kind.PAGE, "same/index.html");
    Plan plan =
        plan(
            staged("a.css", Kind.ASSET),
            staged("a/index.html", Kind.PAGE),
            staged("new/index.html", Kind.PAGE),
            staged("tags/index.html", Kind.LIST),
            staged("same/index.html", Kind.PAGE));
    assertThat(steps(plan))
        .containsExactly(
            "put new/index.html",
            "put tags/index.html",
            "put a.css",
            "put a/index.html",
            "delete gone/index.html",
            "delete gone.jpg");
    assertThat(plan.unchanged().entries()).containsOnlyKeys(OutputPath.of("same/index.html"));
  }

  @Test
  void aFileThatNoPageLeadsToCountsAsNew() {
    before.put(OutputPath.of("drifting.html"), new Manifest.Adrift(Kind.PAGE));
    before.put(OutputPath.of("doubtful.html"), new Manifest.Doubtful(Kind.PAGE));
    Plan plan = plan(staged("doubtful.html", Kind.PAGE), staged("drifting.html", Kind.PAGE));
    assertThat(steps(plan)).containsExactly("put drifting.html", "put doubtful.html");
    assertThat(plan.adding()).hasSize(1);
  }

  @Test
  void namesThatOnlyLookAlikeDoNotClash() {
    was("a-b", Kind.FILE, "old");
    was("a.html", Kind.PAGE, "old");
    was("a0/x", Kind.FILE, "old");
    Plan plan = plan(staged("a", Kind.FILE), staged("a.html.d/x", Kind.FILE));
    assertThat(steps(plan))
        .containsExactly("put a", "put a.html.d/x", "delete a.html", "delete a-b", "delete a0/x");
  }

  static List<String> steps(Plan plan) {
    return plan.operations().stream()
        .map(o -> (o instanceof Plan.Put ? "put " : "delete ") + o.path())
        .toList();
  }

  private void was(String path, Kind kind, String text) {
    before.put(OutputPath.of(path), new Manifest.Known(kind, digest(text), text.length(), 1));
  }

  private Plan plan(Staged... staged) {
    return Plan.of(new Manifest(before), List.of(staged));
  }

  private static Staged staged(String path, Kind kind) {
    return new Staged(
        OutputPath.of(path), kind, digest(path), path.length(), Optional.of(Path.of("x")));
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
