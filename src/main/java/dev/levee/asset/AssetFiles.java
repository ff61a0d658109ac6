package dev.levee.asset;

import dev.levee.asset.AssetFile.Form;
import dev.levee.asset.AssetFile.Link;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.sass.Compiled;
import dev.levee.sass.Sass;
import dev.levee.sass.SourceMap;
import dev.levee.source.Theme;
import dev.levee.trace.KeptFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files below `assets/` of a theme. Each is read when somebody first asks for it.
final class AssetFiles {

  static final String FOLDER = "assets/";

  private static final Pattern SCHEME = Pattern.compile("(?s)(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//).*");

  /// What may stand behind a name that is imported, from the quote at its end.
  private static final Pattern ATTRIBUTES = Pattern.compile(".\\s*(?:with\\b|,)");

  private static final Pattern UNADDRESSABLE = Pattern.compile("[#?\\\\\\p{Cntrl}]");

  private final Theme theme;
  private final String path;
  private final KeptFiles kept;
  private final List<String> names;
  private final Map<String, AssetFile> read = new ConcurrentHashMap<>();
  private final Map<String, List<Problem>> problems = new ConcurrentHashMap<>();
  private @Nullable Sass sass;

  /// @param path where Dart Sass is looked for
  /// @param kept keeps what it made
  AssetFiles(Theme theme, String path, KeptFiles kept) {
    this.theme = theme;
    this.path = path;
    this.kept = kept;
    this.names =
        theme.names().stream()
            .filter(name -> name.startsWith(FOLDER))
            .map(name -> name.substring(FOLDER.length()))
            .filter(name -> misnamed(name).isEmpty())
            .toList();
  }

  List<String> names() {
    return names;
  }

  boolean has(String name) {
    return theme.has(FOLDER + name) && misnamed(name).isEmpty();
  }

  /// Why there can be no asset of a name, though there may be a file.
  static Optional<String> misnamed(String name) {
    return UNADDRESSABLE
        .matcher(name)
        .results()
        .findFirst()
        .map(found ->
            "'" + found.group() + "' cannot stand in an address: give the file another name");
  }

  /// What problems call a file.
  String label(String name) {
    return theme.label(FOLDER + name);
  }

  /// What an asset is to browsers.
  Form form(String name) {
    if (name.endsWith(".css") || (isSass(name) && Sass.isWhole(name) && sass().isThere())) {
      return Form.STYLE;
    }
    return name.endsWith(".js") || name.endsWith(".mjs") ? Form.SCRIPT : Form.OTHER;
  }

  /// Whether an asset is written in Sass. Where none is, nothing of that package is loaded.
  static boolean isSass(String name) {
    return name.endsWith("ss") && !name.endsWith(".css") && Sass.isSass(name);
  }

  private synchronized Sass sass() {
    if (sass == null) {
      sass = new Sass(theme, FOLDER, path, kept);
    }
    return sass;
  }

  /// A file that is there.
  ///
  /// @throws UncheckedIOException when it cannot be read
  AssetFile get(String name) {
    AssetFile known = read.get(name);
    if (known == null) {
      AssetFile file = read(name);
      known = read.putIfAbsent(name, file);
      known = known == null ? file : known;
    }
    return known;
  }

  /// A file and those that are found by going on from it, each once.
  List<AssetFile> reached(String name, Function<AssetFile, List<String>> next) {
    TreeSet<String> seen = new TreeSet<>(List.of(name));
    List<AssetFile> files = new ArrayList<>();
    files.add(get(name));
    for (int i = 0; i < files.size(); i++) {
      for (String other : next.apply(files.get(i))) {
        if (seen.add(other)) {
          files.add(get(other));
        }
      }
    }
    return files;
  }

  /// What is wrong with what a file names.
  List<Problem> problems(AssetFile file) {
    return problems.getOrDefault(file.name(), List.of());
  }

  private AssetFile read(String name) {
    Form form = form(name);
    Problems found = new Problems();
    byte[] bytes = bytes(name, form, found);
    if (form == Form.OTHER) {
      return new AssetFile(name, form, bytes, "", List.of(), false);
    }
    String text = text(name, bytes, found);
    List<Reference> references;
    boolean module = false;
    if (form == Form.STYLE) {
      references = CssReferences.of(text);
    } else {
      JsReferences.Found js = JsReferences.of(text);
      references = js.references();
      module = js.module();
    }
    List<Link> links =
        references.stream().map(reference -> link(name, form, text, reference, found)).toList();
    problems.put(name, found.added());
    return new AssetFile(name, form, bytes, text, links, module);
  }

  private byte[] bytes(String name, Form form, Problems found) {
    if (form == Form.STYLE && isSass(name)) {
      Compiled compiled = sass().compiled(name);
      found.addAll(compiled.problems());
      return compiled.css().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return theme.read(FOLDER + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name, byte[] bytes, Problems found) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0
        && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      int place = text.indexOf('\uFFFD');
      found.add(
          ProblemCode.INVALID_UTF8,
          location(name, text, place),
          "there is a byte here that is not UTF-8",
          "save the file as UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private Link link(String name, Form form, String text, Reference reference, Problems found) {
    Link other =
        new Link(
            reference, Optional.empty(), text.substring(reference.start(), reference.end()), false);
    String written = reference.name().strip();
    int rest = restOf(written);
    String path = decoded(written.substring(0, rest));
    if (path.isEmpty() || SCHEME.matcher(written).matches() || isPackage(path, form, reference)) {
      return other;
    }
    if (path.startsWith("/") && !path.startsWith("/" + FOLDER)) {
      return other;
    }
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    String from = path.startsWith("/") ? path.substring(FOLDER.length() + 1) : folder + path;
    Optional<String> asset = normal(from);
    if (asset.isEmpty()) {
      return above(from)
          .map(above -> Made.TO_ASSETS + encoded("../" + above) + written.substring(rest))
          .map(address -> new Link(reference, Optional.empty(), address, false))
          .orElse(other);
    }
    if (!has(asset.get())) {
      boolean rooted = path.startsWith("/");
      found.add(
          ProblemCode.MISSING_ASSET,
          location(name, text, reference.start()),
          "there is no asset '" + asset.get() + "'",
          misnamed(asset.get())
              .or(() ->
                  NearestWord.to(asset.get(), names)
                      .map(near -> rooted ? "/" + FOLDER + near : relative(folder, near, form))
                      .map(near -> "did you mean '" + near + "'?"))
              .orElse("assets are files below templates/assets/"));
      return other;
    }
    if (importsStyle(form, text, reference, asset.get())) {
      found.add(
          ProblemCode.BAD_ASSET,
          location(name, text, reference.start()),
          "no browser loads a style sheet that a script imports",
          "take it in with stylesheet(\"" + asset.get() + "\") in a template");
    }
    boolean part = reference.kind() != Reference.Kind.LINK && form(asset.get()) == form;
    return new Link(reference, asset, written.substring(rest), part);
  }

  /// Whether a script imports a style sheet as if it were a script; with attributes that say what
  /// it is, it may.
  private boolean importsStyle(Form form, String text, Reference reference, String asset) {
    boolean imports = form == Form.SCRIPT && reference.kind() != Reference.Kind.LINK;
    return imports
        && form(asset) == Form.STYLE
        && !ATTRIBUTES.matcher(text).region(reference.end(), text.length()).lookingAt();
  }

  /// Whether a script imports a package, of which the page's import map says where it is.
  private static boolean isPackage(String path, Form form, Reference reference) {
    return form == Form.SCRIPT
        && reference.kind() != Reference.Kind.LINK
        && !path.startsWith("/")
        && !path.startsWith("./")
        && !path.startsWith("../");
  }

  private static int restOf(String written) {
    int query = written.indexOf('?');
    int fragment = written.indexOf('#');
    int end = query < 0 ? written.length() : query;
    return fragment < 0 ? end : Math.min(end, fragment);
  }

  /// A path without its percent-encoding; a plus is a plus.
  static String decoded(String path) {
    try {
      return path.indexOf('%') < 0
          ? path
          : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path; // a percent sign that is meant as one
    }
  }

  /// The path as it may stand in a style sheet, script or page, whatever its letters.
  static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/@+,".indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  /// A path without its dots; empty when it leads out of the folder that it starts in.
  private static Optional<String> normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.removeLast();
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /// A path that leads one folder up and no further, from there; empty when it leads further.
  private static Optional<String> above(String path) {
    return normal("x/" + path);
  }

  private static String relative(String folder, String name, Form form) {
    String shared = folder;
    String up = "";
    while (!name.startsWith(shared)) {
      shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
      up = up + "../";
    }
    String dot = form == Form.SCRIPT && up.isEmpty() ? "./" : "";
    return up + dot + name.substring(shared.length());
  }

  /// The place of a sign in the text of an asset, as its designer wrote it.
  Location location(String name, String text, int offset) {
    Location at = location(offset, text, label(name));
    if (!isSass(name)) {
      return at;
    }
    return map(name)
        .original(at.line(), at.column())
        .map(place -> new Location(label(place.source()), place.line(), place.column()))
        .orElse(Location.of(label(name)));
  }

  /// The way back from the CSS of a style sheet that is written in Sass.
  SourceMap map(String name) {
    return sass().compiled(name).map();
  }

  private static Location location(int offset, String text, String label) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new Location(label, line, offset - start + 1);
  }
}
