package dev.levee.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.levee.Budget;
import dev.levee.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HighlighterTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("project.root"), "src/test/resources/highlight/samples.txt");
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final Pattern SPAN = Pattern.compile("<span class=\"([a-z])\">([^<>\\n]+)</span>");

  private static final int LINES = Budget.of(3, 12);

  private static final Set<String> KNOWN =
      Stream.of(TokenClass.values()).map(TokenClass::cssClass).collect(Collectors.toSet());

  private final Highlighter highlighter = new Highlighter();

  @Test
  void everyLanguageHasASampleInWhichSomethingIsFound() throws Exception {
    StringBuilder all = new StringBuilder();
    Map<Language, String> samples = samples();
    samples.forEach((language, code) -> {
      String html = html(code, language);
      assertThat(html.contains("<span")).as(language.title()).isEqualTo(language != Language.TEXT);
      all.append("-- ").append(language.names().getFirst()).append(" --\n").append(html);
    });
    assertThat(samples.keySet()).containsExactlyInAnyOrder(Language.values());
    Golden.check("highlight.html", all.toString());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anyTextIsPreserved(Language language) throws Exception {
    Random random = new Random(20261123);
    List<String> pieces =
        List.of(
            "\"",
            "'",
            "`",
            "\\",
            "/*",
            "*/",
            "//",
            "<",
            ">",
            "</",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "${",
            "{{",
            "{%",
            "#",
            "@",
            "\n",
            "\n\n",
            " ",
            "\t",
            "a",
            "if",
            "Abc",
            "0x1",
            "1.5e3",
            "=",
            "&",
            "&amp;",
            "é",
            "河",
            "\uD83C\uDF0A",
            "\uD800",
            "\0",
            "<!--",
            "-->",
            "<<EOF",
            "'''",
            "\"\"\"",
            "%>",
            "<%",
            "<?php",
            "http://a.b/",
            "$x",
            "+",
            "-",
            "...",
            "\r");
    String sample = samples().get(language);
    for (int round = 0; round < 120; round++) {
      StringBuilder code = new StringBuilder(round % 3 == 0 ? sample : "");
      for (int i = random.nextInt(60); i > 0; i--) {
        String piece = pieces.get(random.nextInt(pieces.size()));
        code.insert(round % 3 == 0 ? random.nextInt(code.length() + 1) : code.length(), piece);
      }
      html(code.toString(), language);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void repetitionTakesNoTime(Language language) {
    List<String> units =
        List.of(
            "\"", "'", "`", "\\", "<", "(", "{", "[", "/*", "<!--", "<a ", "${", "a=", "\"\"\"");
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (String unit : units) {
            html(unit.repeat(100_000 / unit.length()), language);
            html((unit.repeat(4_900 / unit.length()) + "\n").repeat(LINES), language);
          }
          html("a".repeat(1_000_000), language);
        });
  }

  @Test
  void whatIsTooLargeIsPlain() {
    assertThat(html("int a;\n".repeat(100), Language.JAVA)).contains("<span");
    assertThat(html("int a;\n".repeat(Highlighter.MAX_BLOCK / 7 + 1), Language.JAVA))
        .doesNotContain("<span");
    assertThat(html("int a;".repeat(1_000), Language.JAVA)).doesNotContain("<span");
  }

  @Test
  void aFaultOfATokenizerLeavesTheTextPlain() {
    assertThat(
            Highlighter.html(
                "a < b",
                (code, tokens) -> {
                  tokens.token(0, 1, TokenClass.KEYWORD);
                  throw new Error("no match");
                }))
        .isEqualTo("a &lt; b");
    assertThat(Highlighter.html("a", (code, tokens) -> code.substring(9))).isEqualTo("a");
  }

  @Test
  void tokensThatMakeNoSenseAreCutToFit() {
    assertThat(
            Highlighter.html(
                "abc\nd",
                (code, tokens) -> {
                  tokens.token(1, 5, TokenClass.STRING);
                  tokens.token(0, 3, TokenClass.KEYWORD);
                  tokens.token(4, 99, TokenClass.COMMENT);
                }))
        .isEqualTo("a<span class=\"s\">bc</span>\n<span class=\"s\">d</span>");
  }

  @Test
  void languagesHaveManyNamesAndNoNameTwice() {
    assertThat(Language.allNames()).doesNotHaveDuplicates().allMatch(n -> !n.isBlank());
    assertThat(Language.values()).hasSizeGreaterThan(60);
    for (String name :
        List.of("js", "TS", "sh", "shell", "bash", "zsh", "yml", "py", "rb", "rs", "kt", "c++")) {
      assertThat(highlighter.highlight("x", name)).as(name).isPresent();
    }
    assertThat(highlighter.highlight("x", "klingon")).isEmpty();
    assertThat(highlighter.highlight("x", "")).isEmpty();
  }

  @Test
  void theLinesOfTheHtmlAreTheLinesOfTheCode() {
    Highlighted comment = highlighter.highlight("/* a\n\n   b */\n", "java").orElseThrow();
    assertThat(comment.lines())
        .containsExactly("<span class=\"c\">/* a</span>", "", "<span class=\"c\">   b */</span>");
    assertThat(new Highlighted("").lines()).isEmpty();
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    Map<Language, String> samples = samples();
    Map<Language, String> alone = new LinkedHashMap<>();
    samples.forEach((language, code) -> alone.put(language, html(code, language)));
    List<Language> many =
        Stream.generate(samples::keySet).limit(20).flatMap(s -> s.stream()).toList();
    assertThat(many.parallelStream().filter(l -> !html(samples.get(l), l).equals(alone.get(l))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void codeOfOthersIsPreserved(Path folder) throws Exception {
    Pattern fence = Pattern.compile("(?ms)^```+ *([\\w+#.-]+)[^\\n`]*\\n(.*?)^```");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        for (MatchResult block : fence.matcher(Files.readString(file)).results().toList()) {
          Language.of(block.group(1)).ifPresent(l -> html(block.group(2), l));
        }
      }
    }
  }

  private static List<Path> corpora() throws Exception {
    if (!Files.isDirectory(CORPORA)) {
      return List.of(Path.of("content"));
    }
    try (Stream<Path> folders = Files.list(CORPORA)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /// The HTML of a code, which is looked at: the text is all there, the spans are flat.
  private String html(String code, Language language) {
    String name = language.names().getFirst();
    String html = highlighter.highlight(code, name).orElseThrow().html();
    boolean plain = html.indexOf('<') < 0; // searched as it is, as what is long is mostly plain
    String text = plain ? html : SPAN.matcher(html).replaceAll("$2");
    assertThat(text.indexOf('<') < 0 && text.indexOf('>') < 0).as(name).isTrue();
    assertThat(unescaped(text)).as(name).isEqualTo(code);
    if (!plain) {
      assertThat(classes(html)).isSubsetOf(KNOWN);
    }
    return html;
  }

  private static String unescaped(String html) {
    if (html.indexOf('&') < 0) {
      return html;
    }
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static TreeSet<String> classes(String html) {
    TreeSet<String> classes = new TreeSet<>();
    SPAN.matcher(html).results().forEach(r -> classes.add(r.group(1)));
    return classes;
  }

  private static Map<Language, String> samples() throws Exception {
    Map<Language, String> samples = new LinkedHashMap<>();
    String[] parts = Files.readString(SAMPLES).split("(?m)^-- ([a-z0-9]+) --\\n", -1);
    List<String> names =
        Pattern.compile("(?m)^-- ([a-z0-9]+) --\\n")
            .matcher(Files.readString(SAMPLES))
            .results()
            .map(r -> r.group(1))
            .toList();
    IntStream.range(0, names.size())
        .forEach(i -> samples.put(Language.of(names.get(i)).orElseThrow(), parts[i + 1]));
    return Collections.unmodifiableMap(samples);
  }
}
