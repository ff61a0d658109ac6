package dev.levee.build;

import in.wilsonl.minifyhtml.Configuration;
import in.wilsonl.minifyhtml.MinifyHtml;

/// Takes out of a page what browsers do not need: comments, quotes, spaces that are not shown. The
/// library is native code, which is loaded when the first page comes.
final class HtmlMinifier {

  /// Scripts and styles in pages stay as they are: the library is known to break some.
  private static final Configuration RULES =
      new Configuration.Builder()
          .setDoNotMinifyDoctype(true)
          .setEnsureSpecCompliantUnquotedAttributeValues(true)
          .setKeepClosingTags(true)
          .setKeepHtmlAndHeadOpeningTags(true)
          .setKeepInputTypeTextAttr(true)
          .setKeepSpacesBetweenAttributes(true)
          .setMinifyCss(false)
          .setMinifyJs(false)
          .build();

  private HtmlMinifier() {}

  /// The same page in fewer bytes.
  ///
  /// @throws LinkageError when there is no such library for this machine
  static String minified(String html) {
    return MinifyHtml.minify(html, RULES);
  }
}
