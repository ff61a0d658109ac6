package dev.levee.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a link or picture of the tree points at, its escapes still in it.
///
/// @param destination may hold the marks of shortcodes
/// @param title the same; empty when there is none
/// @param escaped whether backslashes escape in the destination
record Target(CharSequence destination, CharSequence title, boolean picture, boolean escaped) {

  private static final Pattern IGNORED_BY_BROWSERS = Pattern.compile("[\\x00-\\x20\\x7F]");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:javascript|vbscript):.*|data:(?!image/(?:png|gif|jpeg|webp|avif)[;,]).*",
          Pattern.DOTALL);

  /// The target of a node; empty when the node is no link or picture, or its reference is missing.
  static Optional<Target> of(Node node, Fragment fragment) {
    return switch (node) {
      case InlineLinkNode link when hasBareSpace(link) -> Optional.empty();
      case Link link -> Optional.of(new Target(link.getUrl(), link.getTitle(), false, true));
      case Image image -> Optional.of(new Target(image.getUrl(), image.getTitle(), true, true));
      case LinkRef link -> of(link, false, fragment);
      case ImageRef image -> of(image, true, fragment);
      case AutoLink link -> Optional.of(new Target(link.getText(), "", false, false));
      case MailLink link -> Optional.of(new Target("mailto:" + link.getText(), "", false, false));
      case BareLink link -> Optional.of(new Target(link.destination(), "", false, true));
      default -> Optional.empty();
    };
  }

  /// CommonMark has spaces in a destination only where `<` and `>` are around it.
  private static boolean hasBareSpace(InlineLinkNode link) {
    return link.getUrlOpeningMarker().isEmpty() && link.getUrl().indexOf(' ') >= 0;
  }

  private static Optional<Target> of(RefNode node, boolean picture, Fragment fragment) {
    return fragment
        .references()
        .find(node, fragment.tree())
        .map(found -> new Target(found.getUrl(), found.getTitle(), picture, true));
  }

  /// Whether the destination is known without rendering a shortcode.
  boolean isPlain() {
    return destination.chars().noneMatch(c -> c == Placeholders.SIGN);
  }

  /// A part of the destination with its escapes undone.
  String unescaped(String part) {
    return escaped ? Escaping.unescapeString(part) : Escaping.unescapeHtml(part);
  }

  /// Whether a browser would run what this leads to: `javascript:`, `vbscript:`, and `data:` other
  /// than pictures.
  static boolean runsScript(String destination) {
    if (destination.indexOf(':') < 0) {
      return false;
    }
    String seen = IGNORED_BY_BROWSERS.matcher(destination).replaceAll("");
    return SCRIPT.matcher(seen.toLowerCase(Locale.ROOT)).matches();
  }
}
