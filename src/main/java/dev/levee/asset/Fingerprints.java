package dev.levee.asset;

import dev.levee.asset.AssetFile.Form;
import dev.levee.config.SiteConfig.AssetRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The names under which assets are published. A fingerprint is made from all that the asset is
/// made from: its own bytes, those of every file that it names, directly or not, and what is done
/// to them. So it is known before anything is done, and a font that is another makes another name
/// of the style sheet as well; and a circle of files that name each other is no harder than a line.
final class Fingerprints {

  private static final int LENGTH = 10;

  private final AssetFiles files;
  private final String work;
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  /// @param work what is done to style sheets and scripts; empty when only names in them are
  ///   replaced
  Fingerprints(AssetFiles files, String work) {
    this.files = files;
    this.work = work;
  }

  /// What has to be done to style sheets and scripts, in words that differ when the results do.
  static String work(AssetRules rules) {
    String words = "levee 1 esbuild " + Esbuild.VERSION + " " + rules.target();
    return words + (rules.bundle() ? " bundle" : "") + (rules.minify() ? " minify" : "");
  }

  /// Where an asset is published, below the folder of assets.
  String path(String name) {
    String fingerprint = digest(name).substring(0, LENGTH);
    int dot = name.lastIndexOf('.');
    if (dot <= name.lastIndexOf('/') + 1) {
      return name + "." + fingerprint;
    }
    String ending = files.form(name) == Form.STYLE ? ".css" : name.substring(dot);
    return name.substring(0, dot) + "." + fingerprint + ending;
  }

  /// The name of an asset that may have been written with its fingerprint.
  static String plain(String path) {
    return path.replaceFirst("\\.[0-9a-f]{" + LENGTH + "}(?=\\.[^./]*$|$)", "");
  }

  /// The whole digest of what an asset is made from, in hexadecimal digits.
  String digest(String name) {
    String known = digests.get(name);
    if (known == null) {
      known = HexFormat.of().formatHex(made(name));
      digests.put(name, known);
    }
    return known;
  }

  /// What is kept of an asset goes by this: unlike the digest it is another for each of several
  /// assets with the same content, and for each place that what is said of them can name.
  String key(String name) {
    MessageDigest key = sha("SHA-256");
    key.update((name + "\n" + digest(name)).getBytes(StandardCharsets.UTF_8));
    for (AssetFile file : reached(name)) {
      boolean sass = file.form() == Form.STYLE && AssetFiles.isSass(file.name());
      String map = sass ? files.map(file.name()).json() : "";
      String places = "\n" + files.label(file.name()) + "\n" + map;
      key.update(places.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(key.digest());
  }

  private List<AssetFile> reached(String name) {
    return files.reached(
        name, file -> file.links().stream().flatMap(link -> link.asset().stream()).toList());
  }

  private byte[] made(String name) {
    List<AssetFile> all = reached(name);
    MessageDigest digest = sha("SHA-256");
    AssetFile first = all.getFirst();
    if (first.form() != Form.OTHER && !work.isEmpty()) {
      digest.update((work + "\n").getBytes(StandardCharsets.UTF_8));
    }
    digest.update(first.bytes());
    all.stream()
        .skip(1)
        .sorted(Comparator.comparing(AssetFile::name))
        .forEach(file -> {
          digest.update(("\n" + file.name() + "\n").getBytes(StandardCharsets.UTF_8));
          digest.update(sha("SHA-256").digest(file.bytes()));
        });
    return digest.digest();
  }

  /// The hash by which a browser knows that a file is the one that the page means.
  static String integrity(byte[] bytes) {
    return "sha384-" + Base64.getEncoder().encodeToString(sha("SHA-384").digest(bytes));
  }

  private static MessageDigest sha(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
