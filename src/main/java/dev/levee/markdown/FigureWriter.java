package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.InlineNode.Target;
import java.util.Optional;

/// Writes a picture that stands alone, with its caption and whom it is owed to.
final class FigureWriter {

  private final Rendering rendering;
  private final Fragment fragment;
  private final InlineWriter inlines;
  private final StringBuilder out;

  FigureWriter(Rendering rendering, Fragment fragment, InlineWriter inlines, StringBuilder out) {
    this.rendering = rendering;
    this.fragment = fragment;
    this.inlines = inlines;
    this.out = out;
  }

  void write(BlockNode.Figure figure) {
    Target alone = (Target) figure.getFirstChild();
    Target picture = picture(alone);
    Optional<ResolvedLink> source = inlines.resolved(picture);
    String caption = caption(figure, false);
    String credit = caption(figure, true);
    if (source.isEmpty()) {
      out.append("<p>");
      inlines.node(alone);
      out.append("</p>\n");
      return;
    }
    Optional<ResolvedLink> link = alone.isPicture() ? Optional.empty() : inlines.resolved(alone);
    String src = Addresses.encoded(source.get().href());
    int start = out.length();
    out.append("<figure");
    inlines.identity(picture.attributes());
    out.append('>');
    link.ifPresent(l -> inlines.openLink(l, alone));
    String alt = inlines.image(picture, src, true);
    out.append(link.isPresent() ? "</a>" : "");
    captions(caption, credit);
    out.append("</figure>\n");
    rendering
        .hooks()
        .elements()
        .image()
        .ifPresent(hook -> {
          String html = out.substring(start);
          out.setLength(start);
          out.append(
              hook.apply(
                  new ElementHooks.Image(
                      src,
                      alt,
                      inlines.plainTitle(picture),
                      picture.attributes(),
                      Optional.of(
                          new ElementHooks.Figure(
                              caption, credit, link.map(ResolvedLink::encoded))),
                      html,
                      fragment.at(picture))));
        });
  }

  /// The picture itself, whether or not a link is around it.
  private static Target picture(Target alone) {
    Node node = alone.isPicture() ? alone : alone.getFirstChild();
    while (!(node instanceof Target)) {
      node = node.getNext();
    }
    return (Target) node;
  }

  private void captions(String caption, String credit) {
    if (caption.isEmpty() && credit.isEmpty()) {
      return;
    }
    out.append("<figcaption>").append(caption);
    if (!credit.isEmpty()) {
      out.append(caption.isEmpty() ? "" : " ");
      out.append("<span class=\"credit\">").append(credit).append("</span>");
    }
    out.append("</figcaption>");
  }

  private String caption(BlockNode.Figure figure, boolean credit) {
    for (Node node = figure.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof BlockNode.Caption caption && caption.credit() == credit) {
        return inlines.html(caption);
      }
    }
    return "";
  }
}
