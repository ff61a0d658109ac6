package dev.levee.build;

import dev.levee.site.Publication;
import dev.levee.source.Head;
import java.nio.file.Path;

/// What a build says of itself beside what it wrote, for whoever publishes that later.
///
/// @param url where the site was to stand
/// @param drafts whether drafts are in it
/// @param future whether articles are in it whose time had not come
/// @param expired whether articles are in it whose time was over
/// @param commit what git calls the state of the sources; empty where there is no git
public record BuildNote(
    String url, boolean drafts, boolean future, boolean expired, String commit) {

  private static final String NAME = "levee-build 1";
  private static final String ON = "true";
  private static final int LINES = 6;

  static BuildNote of(String url, Publication publication, Path source) {
    return new BuildNote(
        url,
        publication.drafts(),
        publication.future(),
        publication.expired(),
        Head.commit(source));
  }

  /// One line for each, after one with a name.
  String text() {
    return NAME + "\n" + url + "\n" + drafts + "\n" + future + "\n" + expired + "\n" + commit
        + "\n";
  }

  /// What a text says; of one that is none, that there is nothing against it but that its URL is
  /// not known.
  public static BuildNote parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length <= LINES || !lines[0].equals(NAME)) {
      return new BuildNote("", false, false, false, "");
    }
    return new BuildNote(
        lines[1], lines[2].equals(ON), lines[3].equals(ON), lines[4].equals(ON), lines[5]);
  }
}
