package dev.levee.markdown;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A kind of text on which a careless reader of Markdown takes time in the square of its length.
///
/// @param times how many times longer than others it is tried
record Pathological(String name, int times, IntFunction<String> of) {

  /// Few characters that are written over and over within one paragraph. Signs stand for white
  /// space.
  private static final String REPEATED =
      """
      [ ] ![ [] [a]( [a](<b [a](b [a](b␣"c ![[]() [␣(]( [a a] [a] [a][ [␣a_ [a](b)␣ [a][b]␣
      [^1] [^ [^a[^a * _ **a *a_␣ *a␣ a*␣ _a␣ a_␣ a* ***a␣ *a␣**a␣ **x␣[a*b**c*](d) ~~ ~ ~~a␣
      a~~␣ ~~a~~␣ a**b~~c␣ ` `a`` ``␣`␣ a`␣ \\` \\ \\* \\\\[ < <!-- <? <![CDATA[ <!A </ <a␣
      <a␣b=" <a␣b='c'␣ <a@ <x: <a> </a> & &a &# &#x &amp; &#65; &amp ! ( ) { " ' "a␣ 'a␣ a'␣
      "' -- ... $ $a a$␣ $$ : @ a@ a@b. a@b.c␣ a. www. www.a.b␣ http:// http://a␣ http://a.b/␣
      http://a.b/( https://a.b/) http://a.b/?!.; http://a.b/&amp; ftp:// mailto: a_b_ a- :// |
      |a |` {{< {{% {{<␣a␣ {{<␣a␣" {{</* {{<␣a␣>}} {{<␣/a␣>}} {{<>}} {{<␣a␣>}}b{{<␣/a␣>}} }}
      {#a␣ {a=" ![a](b){c= ^ == ⇥ 字 字。 *字*␣ ﷺ İ
      """;

  /// Lines that are written over and over.
  private static final String LINES =
      """
      a⏎ a⏎⏎ ⏎ ␣␣␣␣⏎ ⇥⏎ a␣␣⏎ a\\⏎ ␍ ␍⏎ a␍ ===⏎ a⏎===⏎ ---⏎ a⏎---⏎ ***⏎ *␣*␣*␣a⏎ _␣_␣_⏎ +++⏎
      -␣a⏎ -⏎ -␣a⏎⏎ -␣a⏎⏎⏎ -␣a⏎+␣a⏎ -␣a⏎⏎␣␣b⏎ -␣-␣a⏎ 1.␣a⏎ 1)⏎ 1⏎ 1234567890.␣a⏎ 1.␣a⏎2)␣a⏎
      -␣[␣]␣a⏎ -␣[x]⏎ #␣a⏎ #⏎ #␣a␣#⏎ #␣a␣{#b}⏎ #␣a␣{#b␣.c}⏎ #␣a-1⏎#␣a⏎ a⏎#⏎ >␣a⏎ >⏎ >⏎a⏎ >␣a⏎⏎
      >␣-␣a⏎ >␣[!NOTE]⏎ >␣[!NOTE]⏎>␣a⏎⏎ ```⏎ ```␣a⏎ ```␣`⏎ ~~~⏎a⏎ ␣␣␣␣a⏎ ␣␣␣␣a⏎⏎ ⇥a⏎
      ```⏎a⏎```⏎ [a]:␣u⏎ [a]:␣<⏎ [a]:␣u␣"⏎ [a]:␣u␣'b⏎ [a]:⏎ [a⏎ [a]:␣u⏎⏎ [^a]:␣b⏎ [^a]:⏎
      [^a]:␣b⏎⏎␣␣␣␣c⏎ *[A]:␣b⏎ *[A]⏎ *[A]:␣b⏎⏎A␣A⏎ a⏎:␣b⏎ a⏎:␣b⏎⏎ :␣b⏎ a⏎⏎:␣b⏎ :⏎ ~␣a⏎ |⏎ |a|⏎
      |a|⏎|-|⏎ |a|⏎|-|⏎|b|⏎⏎ |-⏎ -|-⏎ a|⏎ \\|⏎ <div>⏎ <div>⏎⏎ </div>⏎ <!--␣a␣-->⏎ <!--more-->⏎
      <b>⏎ <pre>⏎ <script>⏎ <!--⏎ <?⏎ <a␣b='⏎ ![a](b)⏎ ![a](b␣"c")⏎⏎ {{<␣a␣>}}⏎ {{<␣a␣>}}⏎⏎
      {{<␣/a␣>}}⏎ >␣{{<␣a␣>}}⏎ -␣{{<␣a␣>}}⏎
      """;

  private static final List<String> CHARACTERS =
      List.of(
          "\0",
          "\uE7A5",
          "\uE7A5\uE800",
          "\uE800",
          "\uD83D",
          "\uD83D\uDE00",
          "e\u0301",
          "\u00A0",
          "\u3000");

  /// A text that is about so long, or as many times longer.
  String text(int length) {
    return of.apply(length * times);
  }

  @Override
  public String toString() {
    return name;
  }

  /// All kinds.
  static Stream<Pathological> all() {
    return Stream.of(repeated(), lines(), opened(), nested(), many(), lengthy()).flatMap(k -> k);
  }

  private static Stream<Pathological> repeated() {
    return Stream.concat(REPEATED.lines().flatMap(Pathological::units), CHARACTERS.stream())
        .map(unit -> new Pathological("a " + shown(unit), 1, n -> "a " + repeat(unit, n)));
  }

  private static Stream<Pathological> lines() {
    return LINES
        .lines()
        .flatMap(Pathological::units)
        .map(unit -> new Pathological("lines of " + shown(unit), 1, n -> repeat(unit, n)));
  }

  private static Stream<String> units(String line) {
    return Stream.of(line.split(" "))
        .map(u -> u.replace('␣', ' ').replace('⏎', '\n').replace('⇥', '\t').replace('␍', '\r'));
  }

  /// What is opened in one half and closed in the other.
  private static Stream<Pathological> opened() {
    return Stream.of(
        halves("[", "]"),
        halves("[", "](b)"),
        halves("![", "](b)"),
        halves("*a **a ", " a** a*"),
        halves("a**b", "c* "),
        halves("*a ", " a_"),
        halves("~~a ", " a~~"),
        halves("<b>", "</b>"),
        halves("{{< a >}}", "{{< /a >}}"),
        halves("{{< a >}}\n", "{{< /a >}}\n"),
        halves("\"a ", " a\""),
        halves("(", ")"),
        halves("[a](", ")"),
        halves("[^a]: [^b]\n", "[^b]: [^a]\n"),
        halves("```\n", "~~~\n"),
        halves("<div>\n", "</div>\n"));
  }

  /// What is in what is in what: more than anybody nests.
  private static Stream<Pathological> nested() {
    return Stream.of(
        start("> "),
        start(">"),
        start("> > >\t"),
        start("- ").longer(10),
        start("1. "),
        start("- > "),
        start("> 1) "),
        start("* "),
        start("-\t"),
        start("# "),
        new Pathological("[a]( and parentheses", 1, n -> "[a](" + "(".repeat(n)),
        new Pathological("[a]( and backslashes", 1, n -> "[a](" + "\\".repeat(n)),
        new Pathological("[a](< and text", 1, n -> "[a](<" + "b".repeat(n)),
        new Pathological(
            "lists, each further in", 1, n -> stairs(n, i -> "  ".repeat(i) + "- a\n")),
        new Pathological(
            "quotes, each further in", 1, n -> stairs(n, i -> ">".repeat(i + 1) + "a\n")),
        new Pathological(
            "backticks, each run longer", 1, n -> stairs(n, i -> "e" + "`".repeat(i + 1))),
        new Pathological(
            "tildes, each run longer", 1, n -> stairs(n, i -> "e" + "~".repeat(i + 1))),
        new Pathological("fences, each longer", 1, n -> stairs(n, i -> "`".repeat(i + 3) + "\n")),
        new Pathological(
            "shortcodes in a quote in a list", 1, n -> "- > " + repeat("{{< a >}}\n  > ", n)));
  }

  /// Many of what has to be told apart, or found again.
  private static Stream<Pathological> many() {
    return Stream.of(
        new Pathological("definitions of links", 1, n -> numbered(n, i -> "[a" + i + "]: u\n")),
        new Pathological(
            "definitions of links, each used",
            1,
            n ->
                numbered(n / 2, i -> "[a" + i + "]: u\n")
                    + "\n"
                    + numbered(n / 2, i -> "[a" + i + "] ")),
        new Pathological("one definition, used", 1, n -> "[a]: u\n\n" + repeat("[a] ", n)),
        new Pathological(
            "no definition, used", 1, n -> "[a]: u\n\n" + numbered(n, i -> "[b" + i + "]")),
        new Pathological(
            "notes, each called",
            1,
            n ->
                numbered(n / 2, i -> "[^" + i + "] ")
                    + "\n\n"
                    + numbered(n / 2, i -> "[^" + i + "]: a\n")),
        new Pathological("one note, called", 1, n -> "[^1]: a\n\n" + repeat("[^1] ", n)),
        new Pathological(
            "notes that call notes",
            1,
            n -> "[^0]\n\n" + numbered(n, i -> "[^" + i + "]: [^" + (i + 1) + "]\n")),
        new Pathological("headings", 1, n -> numbered(n, i -> "# a " + i + "\n")),
        new Pathological(
            "headings that are others' ids",
            1,
            n -> repeat("# a\n", n / 2) + numbered(n / 2, i -> "# a " + i + "\n")),
        new Pathological("one abbreviation, used", 1, n -> "*[AB]: c\n\n" + repeat("AB ", n)),
        new Pathological(
            "abbreviations, each used",
            1,
            n ->
                numbered(n / 2, i -> "*[A" + i + "]: b\n")
                    + "\n"
                    + numbered(n / 2, i -> "A" + i + " ")),
        new Pathological("attributes of a heading", 1, n -> "# a {" + repeat("#b .c ", n) + "}"),
        new Pathological(
            "attributes of a picture", 1, n -> "![a](b){" + repeat("c=\"d\" ", n) + "}"),
        new Pathological(
            "parameters of a shortcode",
            1,
            n -> "{{< a " + numbered(n, i -> "b" + i + "=\"c\" ") + ">}}"),
        new Pathological(
            "columns",
            1,
            n -> repeat("|a", n / 3) + "\n" + repeat("|-", n / 3) + "\n" + repeat("|b", n / 3)),
        new Pathological("rows", 1, n -> "|a|b|\n|-|-|\n" + repeat("|1|2|\n", n)),
        new Pathological("cells too many", 1, n -> "|a|\n|-|\n" + repeat("|b", n)),
        new Pathological(
            "cells that are not there",
            1,
            n -> repeat("|a", n / 20) + "\n" + repeat("|-", n / 20) + "\n" + repeat("|b\n", n)),
        new Pathological("list items and their numbers", 1, n -> numbered(n, i -> i + ". a\n")),
        new Pathological("addresses", 1, n -> numbered(n, i -> "http://a.b/" + i + " ")));
  }

  private static Stream<Pathological> lengthy() {
    return Stream.of(
        new Pathological("a paragraph", 13, n -> repeat("word ", n)),
        new Pathological(
            "a paragraph of lines", 13, n -> repeat("the words of a line that is read\n", n)),
        new Pathological("a word", 13, "a"::repeat),
        new Pathological("spaces", 10, " "::repeat),
        new Pathological("text, spaces and text", 10, n -> "a" + " ".repeat(n) + "b"),
        new Pathological("a heading", 1, n -> "# " + repeat("a ", n)),
        new Pathological("a heading and spaces", 1, n -> "# a" + " ".repeat(n) + "b"),
        new Pathological("a heading that closes", 1, n -> "# a" + repeat(" #", n) + " b"),
        new Pathological("lines and an underline", 1, n -> repeat("a\n", n) + "==="),
        new Pathological("an underline that is none", 1, n -> "a\n" + "=".repeat(n) + " b"),
        new Pathological("a line that is none", 1, n -> "* ".repeat(n / 2) + "b"),
        new Pathological("a row of dashes that is none", 1, n -> "a|b\n" + "-".repeat(n) + "|x"),
        new Pathological("code in a fence", 10, n -> "```\n" + repeat("int a = 1;\n", n)),
        new Pathological("indented code", 1, n -> repeat("    int a = 1;\n", n)),
        new Pathological("HTML that never ends", 1, n -> "<script>\n" + repeat("a\n", n)),
        new Pathological("a comment that never ends", 1, n -> "a <!-- " + repeat("a - b\n", n)),
        new Pathological("a name of a host", 1, n -> "http://" + repeat("a.", n)),
        new Pathological("an address and its end", 1, n -> "http://a.b/" + repeat("?!.", n)),
        new Pathological("a mailbox", 1, n -> repeat("a.", n) + "@b.c"),
        new Pathological(
            "a link's label", 1, n -> "[" + repeat("a ", n) + "]: u\n\n[" + repeat("a ", n) + "]"),
        new Pathological("a link's title", 1, n -> "[a](b \"" + repeat("c ", n) + "\")"),
        new Pathological("a summary", 1, n -> repeat("a ", n) + "\n\n<!--more-->\n\n" + "b"));
  }

  private Pathological longer(int times) {
    return new Pathological(name, times, of);
  }

  private static Pathological start(String unit) {
    return new Pathological("within " + shown(unit), 1, n -> repeat(unit, n) + "a");
  }

  private static Pathological halves(String open, String close) {
    return new Pathological(
        shown(open) + " and as many " + shown(close),
        1,
        n -> {
          int times = n / (open.length() + close.length());
          return open.repeat(times) + "b" + close.repeat(times);
        });
  }

  private static String repeat(String unit, int length) {
    return unit.repeat(Math.max(1, length / unit.length()));
  }

  private static String numbered(int length, IntFunction<String> unit) {
    return IntStream.range(0, length / unit.apply(length / 5).length())
        .mapToObj(unit)
        .collect(Collectors.joining());
  }

  /// Steps of which each is longer than the one before.
  private static String stairs(int length, IntFunction<String> step) {
    StringBuilder stairs = new StringBuilder(length);
    for (int i = 0; stairs.length() < length; i++) {
      stairs.append(step.apply(i));
    }
    return stairs.toString();
  }

  private static String shown(String unit) {
    StringBuilder shown = new StringBuilder();
    for (char c : unit.toCharArray()) {
      switch (c) {
        case ' ' -> shown.append('␣');
        case '\n' -> shown.append('⏎');
        case '\t' -> shown.append('⇥');
        case '\r' -> shown.append('␍');
        default -> shown.append(c > ' ' && c < 0x7F ? c : "<%X>".formatted((int) c));
      }
    }
    return shown.toString();
  }
}
