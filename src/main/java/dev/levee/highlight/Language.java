package dev.levee.highlight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Every language that code can be in, listed in the handbook. The first name is its own, the
/// others are what people write as well.
public enum Language {
  TEXT("Plain text", "text txt plain plaintext text/plain none nohighlight output"),
  ACTIONSCRIPT("ActionScript", "actionscript as"),
  ASM("Assembler (x86)", "asm nasm x86asm assembly"),
  ASM6502("Assembler (6502)", "asm6502 6502"),
  BBCODE("BBCode", "bbcode"),
  C("C", "c h"),
  CLOJURE("Clojure", "clojure clj cljs edn"),
  CONSOLE("Console session", "console shell-session shellsession terminal sh-session"),
  CPP("C++", "cpp c++ cc cxx hpp h++ arduino"),
  CSHARP("C#", "csharp cs c# dotnet"),
  CSS("CSS", "css"),
  CSV("CSV", "csv tsv"),
  D("D", "d dlang"),
  DART("Dart", "dart"),
  DELPHI("Delphi, Pascal", "delphi pascal objectpascal pas"),
  DIFF("Diff", "diff patch udiff"),
  DOCKERFILE("Dockerfile", "dockerfile docker containerfile"),
  DTD("DTD", "dtd"),
  ENV("Environment file", "env dotenv"),
  FORTRAN("Fortran", "fortran f90 f95"),
  FREEMARKER("FreeMarker", "ftl ftlh freemarker"),
  GO("Go", "go golang"),
  GROOVY("Groovy", "groovy gradle"),
  HANDLEBARS("Handlebars", "handlebars hbs mustache"),
  HOSTS("Hosts file", "hosts"),
  HTACCESS("Apache configuration", "htaccess .htaccess apache apacheconf"),
  HTML("HTML", "html htm xhtml html5 vue svelte"),
  HTTP("HTTP", "http https"),
  INI("INI", "ini cfg conf editorconfig gitconfig systemd"),
  JAVA("Java", "java"),
  JAVASCRIPT("JavaScript", "javascript js mjs cjs ecmascript node"),
  JSON("JSON", "json jsonl ndjson webmanifest geojson"),
  JSON5("JSON with comments", "jsonc json5 jshintrc"),
  JSP("JSP", "jsp"),
  JSX("JSX", "jsx react"),
  KOTLIN("Kotlin", "kotlin kt kts"),
  LATEX("LaTeX", "latex tex"),
  LESS("Less, SCSS", "less scss sass"),
  LIQUID("Liquid, Jinja, Twig", "liquid jinja jinja2 twig nunjucks njk"),
  LISP("Lisp", "lisp commonlisp elisp emacs-lisp scheme racket wasm wat"),
  LUA("Lua", "lua"),
  MAKEFILE("Makefile", "makefile make mk"),
  MARKDOWN("Markdown", "markdown md mdx commonmark"),
  MXML("MXML", "mxml"),
  NGINX("nginx configuration", "nginx nginxconf"),
  NSIS("NSIS", "nsis"),
  PERL("Perl", "perl pl pm"),
  PHP("PHP", "php"),
  POWERSHELL("PowerShell", "powershell ps1 ps pwsh posh"),
  PROPERTIES("Properties", "properties"),
  PROTO("Protocol Buffers", "proto protobuf"),
  PYTHON("Python", "python py py3 python3 pyi gyp"),
  RUBY("Ruby", "ruby rb gemfile rake jruby"),
  RUST("Rust", "rust rs cargo"),
  SAS("SAS", "sas"),
  SCALA("Scala", "scala sbt"),
  SHELL("Shell", "shell sh bash zsh ksh fish"),
  SQL("SQL", "sql mysql postgres postgresql psql sqlite plsql tsql"),
  SWIFT("Swift", "swift"),
  TCL("Tcl", "tcl"),
  TOML("TOML", "toml"),
  TSX("TSX", "tsx"),
  TYPESCRIPT("TypeScript", "typescript ts mts cts"),
  VHDL("VHDL", "vhdl"),
  VISUAL_BASIC("Visual Basic", "vb vbnet visualbasic vb.net"),
  WINDOWS_BATCH("Windows batch", "bat batch cmd dos"),
  XML("XML", "xml xsd xsl xslt svg rss atom wsdl plist pom"),
  YAML("YAML", "yaml yml");

  private static final Map<String, Language> BY_NAME = byName();

  private final String title;
  private final String names;

  Language(String title, String names) {
    this.title = title;
    this.names = names;
  }

  /// What people call it.
  public String title() {
    return title;
  }

  /// What may follow the backticks, its own name first.
  public List<String> names() {
    return Arrays.asList(names.split(" ", -1));
  }

  /// The language that a word means, upper and lower case being the same.
  public static Optional<Language> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Every name of every language, in order.
  public static List<String> allNames() {
    return Arrays.stream(values()).flatMap(l -> l.names().stream()).toList();
  }

  private static Map<String, Language> byName() {
    Map<String, Language> byName = new HashMap<>();
    for (Language language : values()) {
      language.names().forEach(name -> byName.put(name, language));
    }
    return byName;
  }
}
