package dev.levee.markdown;

import dev.levee.Corpora;
import java.util.List;
import java.util.Random;

/// Documents thrown together from pieces of Markdown, and articles of others to which something
/// happened. The same number gives the same document.
final class RandomDocuments {

  private static final String[] PIECES = {
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "- ",
    "1. ",
    "10) ",
    "> ",
    "# ",
    "## ",
    "===\n",
    "---\n",
    "***",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "~",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "[",
    "](",
    ")",
    "![",
    "]",
    "[^1]",
    "\n[^1]: ",
    "\n[a]: /b \"c\"\n",
    "[a]",
    "[a][b]",
    "[b]: <",
    "| a | b |\n|---|---|\n",
    "| ",
    "|-",
    "\n: ",
    "{#id .c}",
    "{.a\" onclick=\"b}",
    "{credit=\"*x*\" width=3}",
    "{onload=x}",
    "\\",
    "&amp;",
    "&#xE7A5;",
    "&#0;",
    "&lt;",
    "<b>",
    "</b>",
    "<!-- more -->",
    "<!--more-->\n",
    "<div>\n",
    "<script>",
    "</script>\n",
    "<img src=x onerror=y>",
    "<style>\n",
    "<?",
    "<![CDATA[",
    "<a href=\"u\">",
    "\" onload=\"x",
    "[a](javascript:x)",
    "<javascript:x>",
    "![a](data:text/html,x)",
    "[a](&#106;avascript:x \"y\")",
    "[a]: java\\script:x\n",
    "[a](<java\tscript:x>)",
    "http://a.com/b",
    "me@a.com",
    "www.x.org",
    "https://",
    "\"",
    "'",
    "“",
    "--",
    "...",
    "$",
    "$$",
    "{{< a >}}",
    "{{< /a >}}",
    "{{% b x=\"1\" %}}",
    "{{</* a */>}}",
    "{{< ",
    ">}}",
    "{{< c k=\"",
    "> [!NOTE]\n",
    "> [!WARNING] x\n",
    "*[AB]: c\n",
    "AB",
    "![a](b.jpg \"*c*\")",
    "\n\n![a](b.jpg)\n\n",
    "word",
    "слово",
    "字",
    "。",
    "שלום",
    "\uE7A5",
    "\uE800",
    "\r",
    "\r\n",
    "\0",
    "- [ ] ",
    "- [x] ",
    "\u2028",
    "\u00A0",
    "\u001F",
    "\uFEFF",
    "\uD83D\uDE00",
    "\uD83D",
    "\uDE00",
    "e\u0301"
  };

  private final List<Corpora.Body> articles = Corpora.bodies();

  String document(long number) {
    Random random = new Random(number);
    return random.nextInt(2) == 0 ? pieces(random, 60) : changed(random);
  }

  static String pieces(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(most); n >= 0; n--) {
      text.append(piece(random));
    }
    return text.toString();
  }

  private static String piece(Random random) {
    return PIECES[random.nextInt(PIECES.length)];
  }

  private String changed(Random random) {
    StringBuilder text = new StringBuilder(excerpt(random, 3_000));
    for (int n = random.nextInt(12); n >= 0; n--) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(random.nextBoolean() ? 4 : 200));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(start, end);
        case 1 -> text.insert(start, text.substring(start, end));
        case 2 -> text.insert(start, excerpt(random, 300));
        case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(start, end));
        case 4 -> swap(text, start, end);
        default -> text.insert(start, piece(random));
      }
    }
    return text.toString();
  }

  private static void swap(StringBuilder text, int one, int other) {
    if (other < text.length()) {
      char kept = text.charAt(one);
      text.setCharAt(one, text.charAt(other));
      text.setCharAt(other, kept);
    }
  }

  private String excerpt(Random random, int most) {
    String article = articles.get(random.nextInt(articles.size())).text();
    int start = random.nextInt(article.length() + 1);
    return article.substring(start, Math.min(article.length(), start + random.nextInt(most)));
  }
}
