package dev.levee.deliver;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The configurations of servers, in a folder of their own beside the site: they are not for
/// readers.
public final class ServerFiles {

  /// The folder, in that of the site's sources.
  public static final String FOLDER = "servers";

  private static final String OURS = "# Written by Levee";

  /// All that any settings may ask for.
  private static final List<String> ALL =
      List.of("nginx/http.conf", "nginx/server.conf", "caddy/Caddyfile");

  private ServerFiles() {}

  /// The files that the settings ask for by their names within the folder.
  ///
  /// @param servers names of [dev.levee.config.Hosting#SERVERS]
  /// @param host the host of the site
  public static Map<String, String> texts(
      List<String> servers, Headers table, Redirects redirects, String host) {
    Map<String, String> files = new LinkedHashMap<>();
    if (servers.contains("nginx")) {
      NginxConfig nginx = new NginxConfig(table, redirects, host);
      files.put("nginx/http.conf", nginx.http());
      files.put("nginx/server.conf", nginx.server());
    }
    if (servers.contains("caddy")) {
      files.put("caddy/Caddyfile", Caddyfile.text(table, redirects));
    }
    return files;
  }

  /// Whether all of them can be written: a file that Levee did not write is a problem.
  public static boolean check(Path source, Map<String, String> files, Problems problems)
      throws IOException {
    boolean ours = true;
    for (String name : files.keySet()) {
      Path file = source.resolve(FOLDER).resolve(name);
      if (Files.exists(file) && !isOurs(file)) {
        ours = false;
        problems.add(
            ProblemCode.FILE_NOT_OURS,
            Location.of(FOLDER + "/" + name),
            "Levee did not write '"
                + FOLDER
                + "/"
                + name
                + "', and the configuration of a server would replace it",
            "move it away or remove it; Levee replaces only what it wrote");
      }
    }
    return ours;
  }

  /// Writes those that are not there as they should be, each whole or not at all, and removes those
  /// that earlier settings asked for.
  public static void write(Path source, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> entry : files.entrySet()) {
      Path file = source.resolve(FOLDER).resolve(entry.getKey());
      if (Files.exists(file) && Files.readString(file).equals(entry.getValue())) {
        continue;
      }
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, entry.getValue());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    remove(source, ALL.stream().filter(name -> !files.containsKey(name)).toList());
  }

  /// Removes all that Levee wrote, and folders that are empty then.
  ///
  /// @throws IOException when they cannot be read or removed
  public static void forget(Path source) throws IOException {
    remove(source, ALL);
  }

  private static void remove(Path source, List<String> names) throws IOException {
    Path folder = source.resolve(FOLDER);
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && isOurs(file)) {
        Files.delete(file);
        removeIfEmpty(folder.resolve(name.substring(0, name.indexOf('/'))));
        removeIfEmpty(folder);
      }
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  private static boolean isOurs(Path file) throws IOException {
    byte[] start = OURS.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(start.length), start);
    }
  }
}
