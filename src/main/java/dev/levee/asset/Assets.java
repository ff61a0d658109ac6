package dev.levee.asset;

import dev.levee.asset.AssetFile.Form;
import dev.levee.config.SiteConfig.AssetRules;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.Theme;
import dev.levee.trace.KeptFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The assets of a theme by name. Each is published under a name with a digest of all that it is
/// made from, so that it may be cached for ever: another content is another address. The name is
/// known at once; style sheets and scripts are made meanwhile, when a page first asks for one. Any
/// number of threads may ask at once.
public final class Assets implements AutoCloseable {

  private final AssetFiles files;
  private final Fingerprints fingerprints;
  private final AssetRules rules;
  private final AssetCache cache;
  private final Bundles bundles;
  private final Workshop workshop;

  /// @param esbuild empty where there is none, or nothing for it to do
  /// @param folder for what was made
  /// @param path where other programs are looked for
  Assets(Theme theme, AssetRules rules, Optional<Esbuild> esbuild, Path folder, String path) {
    this.rules = rules;
    KeptFiles kept = new KeptFiles(folder, false);
    this.files = new AssetFiles(theme, path, kept);
    this.fingerprints =
        new Fingerprints(files, esbuild.isPresent() ? Fingerprints.work(rules) : "");
    this.cache = new AssetCache(kept);
    this.bundles = new Bundles(files, fingerprints, esbuild.isPresent() && rules.bundle());
    this.workshop =
        new Workshop(
            fingerprints,
            bundles,
            esbuild.map(program -> new Bundler(files, fingerprints, bundles, program)),
            cache);
  }

  /// The files of a theme below `assets/`, none of which is read yet.
  ///
  /// @param folder for what was made
  /// @param path where programs are looked for that did not come with Levee
  public static Assets of(Theme theme, AssetRules rules, Path folder, String path) {
    Optional<Esbuild> esbuild = wantsEsbuild(rules) ? Esbuild.find(rules) : Optional.empty();
    return new Assets(theme, rules, esbuild, folder, path);
  }

  private static boolean wantsEsbuild(AssetRules rules) {
    return rules.bundle() || rules.minify();
  }

  /// What an asset is called when it is published.
  public Optional<Asset> get(String name) {
    return files.has(name)
        ? Optional.of(new Asset(name, AssetFiles.FOLDER + fingerprints.path(name)))
        : Optional.empty();
  }

  /// The same for a page that will show it, so that it is begun with.
  public Optional<Asset> use(String name) {
    Optional<Asset> asset = get(name);
    if (asset.isPresent() && files.form(name) != Form.OTHER) {
      workshop.begin(files.get(name));
    }
    return asset;
  }

  /// The hash by which a browser knows that it got the asset and nothing else. Waits until it is
  /// made.
  public Optional<String> integrity(String name) {
    return files.has(name)
        ? Optional.of(Fingerprints.integrity(published(files.get(name))))
        : Optional.empty();
  }

  /// A style sheet as the settings want it on pages. Waits until it is made where they ask for a
  /// hash, or for small ones to stand in the page.
  public Optional<Stylesheet> stylesheet(String name) {
    if (!files.has(name) || files.form(name) != Form.STYLE) {
      return Optional.empty();
    }
    Optional<Asset> asset = use(name);
    if (asset.isEmpty()) {
      return Optional.empty();
    }
    AssetFile file = files.get(name);
    boolean inline = isInline(file);
    return Optional.of(
        new Stylesheet(
            asset.get().path(),
            rules.integrity() && !inline ? integrity(name) : Optional.empty(),
            inline ? Optional.of(text(file)) : Optional.empty()));
  }

  /// A style sheet that stands in the page, whatever the settings say. Waits until it is made.
  public Optional<Stylesheet> inlineStylesheet(String name) {
    return files.has(name) && files.form(name) == Form.STYLE
        ? use(name)
            .map(asset ->
                new Stylesheet(asset.path(), Optional.empty(), Optional.of(text(files.get(name)))))
        : Optional.empty();
  }

  private boolean isInline(AssetFile file) {
    return rules.inlineBelow() > 0 && published(file).length < rules.inlineBelow();
  }

  private String text(AssetFile file) {
    List<Made.Text> made = workshop.made(file).files();
    return made.isEmpty() ? "" : made.getFirst().text();
  }

  private byte[] published(AssetFile file) {
    if (file.form() == Form.OTHER) {
      return file.bytes();
    }
    List<Made.Text> made = workshop.made(file).files();
    return made.isEmpty() ? new byte[0] : bytes(made.getFirst());
  }

  private static byte[] bytes(Made.Text text) {
    return text.published().getBytes(StandardCharsets.UTF_8);
  }

  /// The source map of a style sheet or script, for whoever looks for a mistake in it; nothing for
  /// what is published as it is. Waits until it is made.
  ///
  /// @param path of the published file, as [Asset#path] has it
  /// @throws IOException when it cannot be made
  public Optional<String> sourceMap(String path) throws IOException {
    Optional<String> name =
        at(path).map(Asset::name).filter(found -> files.form(found) != Form.OTHER);
    return name.isPresent()
        ? workshop.map(files.get(name.get()), fingerprints.path(name.get()))
        : Optional.empty();
  }

  /// The asset that is published at a path as it is now.
  ///
  /// @param path as [Asset#path] has it
  public Optional<Asset> at(String path) {
    String name = nameOf(path.substring(path.indexOf('/') + 1));
    String stem = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    return Stream.of(name, stem + ".scss", stem + ".sass")
        .flatMap(each -> get(each).stream())
        .filter(asset -> asset.path().equals(path))
        .findFirst();
  }

  /// Whether an asset is written in Sass and published as it is, for want of the program.
  public boolean isUncompiled(String name) {
    return files.has(name) && AssetFiles.isSass(name) && files.form(name) == Form.OTHER;
  }

  public Collection<String> names() {
    return files.names();
  }

  /// What to do about a name of which there is no asset.
  public String hint(String name) {
    return AssetFiles.misnamed(name)
        .orElseGet(() ->
            NearestWord.hint(name, files.names(), "assets are files below templates/assets/"));
  }

  /// The name of an asset that is called by its address, with or without its fingerprint.
  ///
  /// @param path below the folder of assets
  public static String nameOf(String path) {
    return Fingerprints.plain(path);
  }

  /// What has to be published for pages that use some assets, by path: those, and what they name.
  ///
  /// @param addressed the assets whose addresses are on pages
  /// @param styles the style sheets that pages take in as the settings want it
  /// @param inline those that stand in pages in any case
  /// @param problems takes what is wrong with them
  public SortedMap<String, byte[]> publish(
      Collection<String> addressed,
      Collection<String> styles,
      Collection<String> inline,
      Problems problems) {
    Publishing publishing = new Publishing(files, fingerprints, bundles, workshop, problems);
    addressed.forEach(publishing::add);
    inline.forEach(name -> publishing.addWhatItNames(files.get(name)));
    for (String name : styles) {
      if (files.has(name) && files.form(name) == Form.STYLE && isInline(files.get(name))) {
        publishing.addWhatItNames(files.get(name));
      } else {
        publishing.add(name);
      }
    }
    SortedMap<String, byte[]> published = publishing.finish();
    if (wantsEsbuild(rules) && !workshop.works()) {
      publishing
          .firstText()
          .ifPresent(name ->
              problems.add(
                  ProblemCode.PLAIN_ASSETS,
                  Location.of(files.label(name)),
                  "this and other style sheets and scripts are published as they are: there is no"
                      + " esbuild for this machine",
                  "'assets: {bundle: false, minify: false}' in the settings asks for no more"));
    }
    return published;
  }

  /// Removes what is kept of assets that were not asked for.
  public void removeUnused() {
    cache.removeUnused();
  }

  /// Waits until nothing is being made.
  @Override
  public void close() {
    workshop.close();
  }
}
