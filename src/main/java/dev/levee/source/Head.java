package dev.levee.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The commit that the sources are at, read from the files of git, since to start git takes longer
/// than many a build.
public final class Head {

  private static final String REF = "ref: ";
  private static final String GITDIR = "gitdir: ";

  private Head() {}

  /// What git calls the commit; empty where it does not say, or there is no git.
  public static String commit(Path folder) {
    try {
      for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
        Path git = at.resolve(".git");
        if (Files.exists(git)) {
          return commitIn(Files.isDirectory(git) ? git : at.resolve(value(git, GITDIR)));
        }
      }
    } catch (IOException e) {
      return ""; // no build fails for it
    }
    return "";
  }

  private static String commitIn(Path git) throws IOException {
    String head = Files.readString(git.resolve("HEAD")).strip();
    if (!head.startsWith(REF)) {
      return head;
    }
    String name = head.substring(REF.length());
    Path common = git.resolve("commondir");
    Path refs = Files.exists(common) ? git.resolve(Files.readString(common).strip()) : git;
    Path own = refs.resolve(name);
    return Files.exists(own) ? Files.readString(own).strip() : packed(refs, name);
  }

  private static String packed(Path refs, String name) throws IOException {
    Path all = refs.resolve("packed-refs");
    if (Files.exists(all)) {
      for (String line : Files.readAllLines(all)) {
        if (line.endsWith(" " + name)) {
          return line.substring(0, line.indexOf(' '));
        }
      }
    }
    return "";
  }

  private static String value(Path file, String key) throws IOException {
    String text = Files.readString(file).strip();
    return text.startsWith(key) ? text.substring(key.length()) : "";
  }
}
