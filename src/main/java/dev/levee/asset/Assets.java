package dev.levee.asset;

import dev.levee.source.Theme;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The assets of a theme by name. Each is published under a name with a digest of its bytes, so
/// that it may be cached for ever: another content is another address.
public final class Assets {

  private static final String FOLDER = "assets/";
  private static final int FINGERPRINT_LENGTH = 10;

  private final Theme theme;
  private final Map<String, Asset> byName;

  private Assets(Theme theme, Map<String, Asset> byName) {
    this.theme = theme;
    this.byName = byName;
  }

  /// Reads the files below `assets/`.
  public static Assets of(Theme theme) throws IOException {
    Map<String, Asset> assets = new TreeMap<>();
    for (String file : theme.names()) {
      if (file.startsWith(FOLDER)) {
        byte[] bytes = theme.read(file);
        String name = file.substring(FOLDER.length());
        assets.put(name, new Asset(name, FOLDER + fingerprinted(name, bytes)));
      }
    }
    return new Assets(theme, assets);
  }

  public Optional<Asset> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<Asset> all() {
    return byName.values();
  }

  /// The bytes of an asset.
  public byte[] read(Asset asset) throws IOException {
    return theme.read(FOLDER + asset.name());
  }

  public Collection<String> names() {
    return byName.keySet();
  }

  private static String fingerprinted(String name, byte[] bytes) {
    String fingerprint = HexFormat.of().formatHex(sha256(bytes)).substring(0, FINGERPRINT_LENGTH);
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1
        ? name.substring(0, dot) + "." + fingerprint + name.substring(dot)
        : name + "." + fingerprint;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
