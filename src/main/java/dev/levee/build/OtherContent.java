package dev.levee.build;

import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Says which files of an author servers would send in place of another, though they are not its
/// compressed form: `data.csv.gz` beside a `data.csv` with another content.
final class OtherContent {

  private OtherContent() {}

  static void check(List<Route.Resource> files, Problems problems) throws IOException {
    Map<String, Route.Resource> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.path().file(), file));
    for (Route.Resource form : files) {
      String name = form.path().file();
      if (!name.endsWith(".gz")) {
        continue;
      }
      Route.Resource plain = byName.get(name.substring(0, name.length() - ".gz".length()));
      if (plain != null && !isFormOf(form.file().file(), plain.file().file())) {
        problems.add(
            ProblemCode.OTHER_CONTENT,
            form.origin(),
            "servers send this in place of '"
                + plain.path().file()
                + "' to those who take gzip, and its content is another",
            "rename one of the two, or compress the file again");
      }
    }
  }

  private static boolean isFormOf(Path gzipped, Path plain) throws IOException {
    try (InputStream form = new GZIPInputStream(Files.newInputStream(gzipped));
        InputStream bytes = new BufferedInputStream(Files.newInputStream(plain))) {
      byte[] some = new byte[8192];
      for (int read = form.read(some); read >= 0; read = form.read(some)) {
        if (!Arrays.equals(Arrays.copyOf(some, read), bytes.readNBytes(read))) {
          return false;
        }
      }
      return bytes.read() < 0;
    } catch (ZipException | EOFException e) {
      return false;
    }
  }
}
