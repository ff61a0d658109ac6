package dev.levee.cli;

import dev.levee.build.BuildNote;
import dev.levee.build.BuildOptions;
import dev.levee.output.DirectoryTarget;
import dev.levee.publish.Allowance;
import dev.levee.publish.Refusal;
import dev.levee.site.Publication;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// What the last build said of itself, and what of it speaks against publishing what it left.
///
/// @param commit what git calls the state of the sources that it read
record LastBuild(String commit, List<Refusal> refusals) {

  /// @param options what is asked for now
  /// @param url where the site is to stand
  static LastBuild of(DirectoryTarget folder, BuildOptions options, URI url) throws IOException {
    BuildNote note = BuildNote.parse(folder.note());
    List<Refusal> refusals = new ArrayList<>();
    String more = more(note, options.publication());
    if (!more.isEmpty()) {
      refusals.add(
          new Refusal(Allowance.DRAFTS, "the last build was one with" + more + "; build it again"));
    }
    if (!note.url().isEmpty() && !note.url().equals(url.toString())) {
      refusals.add(
          new Refusal(
              Allowance.BASE_URL,
              "the last build was for " + note.url() + ", not for " + url + "; build it again"));
    }
    return new LastBuild(note.commit(), refusals);
  }

  /// What was built that nobody asks for now.
  private static String more(BuildNote note, Publication asked) {
    return (note.drafts() && !asked.drafts() ? " --drafts" : "")
        + (note.future() && !asked.future() ? " --future" : "")
        + (note.expired() && !asked.expired() ? " --expired" : "");
  }
}
