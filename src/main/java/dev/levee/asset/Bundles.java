package dev.levee.asset;

import dev.levee.asset.AssetFile.Form;
import dev.levee.asset.AssetFile.Link;
import java.util.List;

/// Which style sheets and scripts become one, and by what names they then know the others.
final class Bundles {

  private final AssetFiles files;
  private final Fingerprints fingerprints;
  private final boolean bundles;

  /// @param bundles whether anything becomes a part of what imports it
  Bundles(AssetFiles files, Fingerprints fingerprints, boolean bundles) {
    this.files = files;
    this.fingerprints = fingerprints;
    this.bundles = bundles;
  }

  /// The files that become one in a style sheet or script, itself first.
  List<AssetFile> parts(AssetFile file) {
    return isBundled(file) ? files.reached(file.name(), AssetFile::parts) : List.of(file);
  }

  /// Whether a style sheet or script takes in what it imports. A script that is no module imports
  /// nothing, and its names are for others to see.
  boolean isBundled(AssetFile file) {
    return bundles && (file.form() == Form.STYLE || file.module());
  }

  /// Whether parts of a script are loaded later, for which it needs a run of its own: what several
  /// scripts share would be a part of neither.
  boolean splits(AssetFile file) {
    return file.form() == Form.SCRIPT
        && isBundled(file)
        && parts(file).stream().anyMatch(AssetFile::hasLaterParts);
  }

  /// What stands for a link: the way to another part, else the address of what it leads to.
  String name(AssetFile file, Link link, boolean bundled) {
    if (link.asset().isEmpty()) {
      boolean settled = !bundled || link.rest().startsWith(Made.TO_ASSETS);
      return settled ? link.rest() : Made.AS_IT_IS + link.rest();
    }
    String name = link.asset().get();
    if (bundled && link.part()) {
      long depth = file.name().chars().filter(c -> c == '/').count();
      return "./" + "../".repeat((int) depth) + AssetFiles.encoded(name);
    }
    return Made.TO_ASSETS + AssetFiles.encoded(fingerprints.path(name)) + link.rest();
  }
}
