package dev.levee.render;

import dev.levee.markdown.HtmlTags;
import dev.levee.markdown.HtmlTags.Attribute;
import dev.levee.markdown.HtmlTags.Tag;
import dev.levee.markdown.LinkResolver;
import freemarker.core.HTMLOutputFormat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Makes the HTML of a text into that of the lite edition, whatever wrote it: Markdown, shortcodes,
/// or its author by hand. Elements and attributes of text stay. A picture becomes a link to itself
/// that says what it shows, a frame, film or sound a link as well; scripts and styles go. Every tag
/// that stays is written anew, so that no other gets through by standing where browsers and this
/// read HTML in different ways.
final class TextOnly {

  private static final Set<String> STAYS =
      Set.of(
          """
          a abbr address article aside b bdi bdo blockquote br caption cite code col
          colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3
          h4 h5 h6 header hr hgroup i ins kbd li mark menu nav ol p pre q rp rt ruby s
          samp section small span strong sub summary sup table tbody td tfoot th thead
          time tr u ul var wbr math merror mfrac mi mmultiscripts mn mo mover mpadded
          mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable
          mtd mtext mtr munder munderover semantics
          """
              .strip()
              .split("\\s+"));

  /// Elements that go with all that is in them; others go alone.
  private static final Set<String> GOES =
      Set.of(
          "annotation",
          "annotation-xml",
          "audio",
          "button",
          "datalist",
          "iframe",
          "noembed",
          "noframes",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "video");

  /// Those of them that say what they are, in words that stand for them.
  private static final Set<String> SAYS = Set.of("audio", "iframe", "svg", "video");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("abbr align cite class colspan datetime dir headers hidden href id lang name open rel"
                  + " reversed role rowspan scope span start tabindex target title type value")
              .split(" "));

  private static final Set<String> ADDRESSES = Set.of("href", "cite");

  private static final String LINK = "a";

  private final String html;
  private final UnaryOperator<String> address;
  private final StringBuilder out = new StringBuilder();
  private int links;
  private int figures;

  /// Where what is written of the last link starts, and the picture in it that says nothing.
  private int linkStart;

  private String silent = "";

  private TextOnly(String html, UnaryOperator<String> address) {
    this.html = html;
    this.address = address;
  }

  /// The text as the lite edition has it.
  ///
  /// @param address writes an address of the text as the page needs it
  static String of(String html, UnaryOperator<String> address) {
    return new TextOnly(html, address).written();
  }

  private String written() {
    List<Tag> tags = HtmlTags.tags(html);
    int[] ends = ends(tags);
    int at = 0;
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      text(html.substring(at, tag.start()));
      if (tag.closes() || !GOES.contains(tag.element())) {
        at = tag.end();
        write(tag);
      } else {
        if (SAYS.contains(tag.element())) {
          stand(tag, source(tags, i, ends[i]), tag.value("aria-label"));
        }
        i = ends[i];
        at = i < tags.size() ? tags.get(i).end() : html.length();
      }
    }
    text(html.substring(at));
    return out.toString();
  }

  /// Where each element ends, as the index of a tag: of its own if nothing within it ends before
  /// something around it. One that has no end, as when `/>` was meant to be it, is taken as empty,
  /// so that no words are lost behind it.
  private static int[] ends(List<Tag> tags) {
    int[] ends = new int[tags.size()];
    Map<String, Integer> open = new HashMap<>();
    Deque<Integer> around = new ArrayDeque<>();
    for (int i = 0; i < ends.length; i++) {
      Tag tag = tags.get(i);
      ends[i] = tag.raw() ? i + 1 : i;
      if (!tag.closes() && !tag.slashed() && !tag.raw()) {
        around.push(i);
        open.merge(tag.element(), 1, Integer::sum);
      }
      boolean found = !tag.closes() || open.getOrDefault(tag.element(), 0) == 0;
      while (!found) {
        int start = around.pop();
        String element = tags.get(start).element();
        open.merge(element, -1, Integer::sum);
        found = element.equals(tag.element());
        ends[start] = found ? i : start;
      }
    }
    return ends;
  }

  /// The address of a film or sound, which may be that of the first source in it.
  private static String source(List<Tag> tags, int start, int end) {
    String src = tags.get(start).value("src");
    for (int i = start + 1; src.isEmpty() && i < tags.size(); i++) {
      boolean source = tags.get(i).element().equals("source");
      if (!source && i >= end) {
        return "";
      }
      src = source ? tags.get(i).value("src") : "";
    }
    return src;
  }

  private void write(Tag tag) {
    if (STAYS.contains(tag.element())) {
      keep(tag);
    } else {
      replace(tag);
    }
  }

  /// What is left out between two tags may have kept a `<` from starting one.
  private void text(String text) {
    out.append(text.replace("<", "&lt;"));
  }

  private void keep(Tag tag) {
    String element = tag.element();
    int step = tag.closes() ? -1 : 1;
    if (tag.closes() && element.equals(LINK)) {
      nameLink(tag);
    }
    links = element.equals(LINK) ? Math.max(0, links + step) : links;
    figures = element.equals("figure") ? Math.max(0, figures + step) : figures;
    out.append(tag.closes() ? "</" : "<").append(element);
    for (Attribute attribute : tag.attributes()) {
      String name = attribute.name();
      if (ATTRIBUTES.contains(name) || name.startsWith("aria-")) {
        attribute(name, attribute.value());
      }
    }
    out.append('>');
    linkStart = element.equals(LINK) ? out.length() : linkStart;
  }

  /// A link that only a picture without words stood in would be none: it is called by the file.
  private void nameLink(Tag end) {
    boolean wordless = out.substring(linkStart).replaceAll("<[^>]*>", "").isBlank();
    if (links > 0 && wordless) {
      stand(end, silent, "");
    }
    silent = "";
  }

  private void attribute(String name, String value) {
    if (!ADDRESSES.contains(name)) {
      write(name, value);
    } else if (!LinkResolver.runsScript(value)) {
      write(name, address.apply(value));
    }
  }

  private void write(String name, String value) {
    out.append(' ').append(name);
    if (!value.isEmpty()) {
      out.append("=\"").append(escaped(value)).append('"');
    }
  }

  private void replace(Tag tag) {
    switch (tag.closes() ? "" : tag.element()) {
      case "img" -> picture(tag);
      case "embed" -> stand(tag, tag.value("src"), "");
      case "input" -> {
        if (tag.value("type").equalsIgnoreCase("checkbox")) {
          boolean checked = tag.attributes().stream().anyMatch(a -> a.name().equals("checked"));
          out.append(checked ? "☑" : "☐");
        }
      }
      default -> {} // what is in it stays
    }
  }

  /// One that says nothing is there for the eye, unless it is what a figure is about.
  private void picture(Tag img) {
    if (!img.value("alt").isBlank() || figures > 0) {
      stand(img, img.value("src"), img.value("alt"));
    } else if (links > 0) {
      silent = img.value("src");
    }
  }

  /// Writes what stands for an element that is not text: what it is called, with a link to it.
  private void stand(Tag tag, String src, String said) {
    String name = said.isBlank() ? tag.value("title") : said;
    boolean leads =
        !src.isBlank()
            && !src.regionMatches(true, 0, "data:", 0, 5)
            && !LinkResolver.runsScript(src);
    String text = name.isBlank() && leads ? nameOf(src) : name;
    if (text.isBlank()) {
      return;
    }
    boolean link = leads && links == 0;
    out.append(link ? "<a class=\"picture\"" : "<span class=\"picture\"");
    if (link) {
      write("href", address.apply(src));
    }
    out.append('>').append(escaped(text.strip())).append(link ? "</a>" : "</span>");
  }

  /// What an address is called by those who have no other name for it: its file, or all of it but
  /// the scheme where it leads to another host.
  private static String nameOf(String src) {
    int host = src.indexOf("//");
    return host >= 0 ? src.substring(host + 2) : src.substring(src.lastIndexOf('/') + 1);
  }

  private static String escaped(String text) {
    return HTMLOutputFormat.INSTANCE.escapePlainText(text);
  }
}
