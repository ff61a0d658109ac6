package dev.levee.render;

import dev.levee.asset.Asset;
import dev.levee.asset.Assets;
import dev.levee.asset.Stylesheet;
import dev.levee.content.UrlPath;
import dev.levee.sass.Sass;
import dev.levee.trace.Topic;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.Optional;

/// What the templates of one page can ask about assets.
final class AssetFunctions {

  private final Assets assets;
  private final Scope scope;

  AssetFunctions(Assets assets, Scope scope) {
    this.assets = assets;
    this.scope = scope;
  }

  /// The address of an asset.
  Object address(String name) throws TemplateModelException {
    scope.reads().note(Topic.ASSET, name);
    Optional<Asset> asset = assets.use(name);
    if (asset.isEmpty()) {
      throw missing(name);
    }
    if (assets.isUncompiled(name)) {
      throw uncompiled(name);
    }
    return href(asset.get().path());
  }

  /// The hash by which a browser knows an asset.
  Object integrity(String name) throws TemplateModelException {
    scope.reads().note(Topic.INTEGRITY, name);
    Optional<String> integrity = assets.integrity(name);
    if (integrity.isEmpty()) {
      throw missing(name);
    }
    return integrity.get();
  }

  /// The element that takes in a style sheet: a link to it, or itself where it is small enough, and
  /// on pages of the lite edition.
  Object stylesheet(String name) throws TemplateModelException {
    boolean lite = scope.form().lite();
    scope.reads().note(lite ? Topic.INLINE_STYLESHEET : Topic.STYLESHEET, name);
    Optional<Stylesheet> found = lite ? assets.inlineStylesheet(name) : assets.stylesheet(name);
    if (found.isEmpty()) {
      if (assets.isUncompiled(name)) {
        throw uncompiled(name);
      }
      if (assets.get(name).isPresent()) {
        throw new TemplateMistake(
            "'" + name + "' is no style sheet that browsers read", "one ends in .css");
      }
      throw missing(name);
    }
    Stylesheet style = found.get();
    return HTMLOutputFormat.INSTANCE.fromMarkup(
        style.inline().isPresent()
            ? "<style>" + inline(style.inline().get()) + "</style>"
            : "<link rel=\"stylesheet\" href=\""
                + href(style.path())
                + "\""
                + style.integrity().map(hash -> " integrity=\"" + hash + "\"").orElse("")
                + ">");
  }

  /// Addresses in it are from the style sheet's place on; those of a page are from another.
  private String inline(String text) {
    String any = href("assets/x");
    String folder = any.substring(0, any.length() - 1);
    return text.strip().replace(Stylesheet.TO_ASSETS, folder).replace("</", "<\\/");
  }

  private String href(String path) {
    return scope.href(new UrlPath("/" + path));
  }

  private static TemplateMistake uncompiled(String name) {
    return Sass.isWhole(name)
        ? new TemplateMistake(
            "'"
                + name
                + "' is Sass, which browsers do not read, and there is no program '"
                + Sass.NAME
                + "' beside Levee's jar or on the PATH",
            "install Dart Sass, or have it write a .css file beside this one, and name that")
        : new TemplateMistake(
            "'" + name + "' is a part of style sheets in Sass, and none itself",
            "name the file that takes it in");
  }

  private TemplateMistake missing(String name) {
    scope.reads().note(Topic.ASSETS);
    return new TemplateMistake("there is no asset '" + name + "'", assets.hint(name));
  }
}
