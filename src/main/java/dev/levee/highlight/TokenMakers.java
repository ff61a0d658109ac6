package dev.levee.highlight;

import java.util.Map;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ActionScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.Assembler6502TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.AssemblerX86TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.BBCodeTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ClojureTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CsvTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DartTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DelphiTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DockerTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.DtdTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.EnvTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.FortranTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.GroovyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HTMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HandlebarsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HostsTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.HtaccessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.IniTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JSPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JshintrcTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.KotlinTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LatexTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LessTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LispTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.LuaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MakefileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MarkdownTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.MxmlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.NSISTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PHPTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PerlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PowerShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PropertiesFileTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ProtoTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.RubyTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SASTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.SQLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ScalaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TclTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.TypeScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.VhdlTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.VisualBasicTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.WindowsBatchTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.XMLTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PlainTextTokenMaker;

/// The token makers of rsyntaxtextarea by language; only the one that is asked for is loaded.
final class TokenMakers {

  private TokenMakers() {}

  static Tokenizer tokenizer(Language language) {
    return new LineTokenizer(of(language), others(language));
  }

  private static Map<TokenClass, TokenClass> others(Language language) {
    return switch (language) {
      case DART, JAVA -> Map.of(TokenClass.FUNCTION, TokenClass.TYPE);
      case ENV, JSON, JSON5 -> Map.of(TokenClass.VARIABLE, TokenClass.ATTRIBUTE);
      case INI -> Map.of(TokenClass.TYPE, TokenClass.ATTRIBUTE);
      case PROPERTIES -> Map.of(TokenClass.KEYWORD, TokenClass.ATTRIBUTE);
      default -> Map.of();
    };
  }

  private static TokenMaker of(Language language) {
    return switch (language) {
      case ACTIONSCRIPT -> new ActionScriptTokenMaker();
      case ASM -> new AssemblerX86TokenMaker();
      case ASM6502 -> new Assembler6502TokenMaker();
      case BBCODE -> new BBCodeTokenMaker();
      case C -> new CTokenMaker();
      case CLOJURE -> new ClojureTokenMaker();
      case CPP -> new CPlusPlusTokenMaker();
      case CSHARP -> new CSharpTokenMaker();
      case CSS -> new CSSTokenMaker();
      case CSV -> new CsvTokenMaker();
      case D -> new DTokenMaker();
      case DART -> new DartTokenMaker();
      case DELPHI -> new DelphiTokenMaker();
      case DOCKERFILE -> new DockerTokenMaker();
      case DTD -> new DtdTokenMaker();
      case ENV -> new EnvTokenMaker();
      case FORTRAN -> new FortranTokenMaker();
      case GO -> new GoTokenMaker();
      case GROOVY -> new GroovyTokenMaker();
      case HANDLEBARS -> new HandlebarsTokenMaker();
      case HOSTS -> new HostsTokenMaker();
      case HTACCESS -> new HtaccessTokenMaker();
      case HTML -> new HTMLTokenMaker();
      case INI -> new IniTokenMaker();
      case JAVA -> new JavaTokenMaker();
      case JAVASCRIPT -> new JavaScriptTokenMaker();
      case JSON -> new JsonTokenMaker();
      case JSON5 -> new JshintrcTokenMaker();
      case JSP -> new JSPTokenMaker();
      case KOTLIN -> new KotlinTokenMaker();
      case LATEX -> new LatexTokenMaker();
      case LESS -> new LessTokenMaker();
      case LISP -> new LispTokenMaker();
      case LUA -> new LuaTokenMaker();
      case MAKEFILE -> new MakefileTokenMaker();
      case MARKDOWN -> new MarkdownTokenMaker();
      case MXML -> new MxmlTokenMaker();
      case NSIS -> new NSISTokenMaker();
      case PERL -> new PerlTokenMaker();
      case PHP -> new PHPTokenMaker();
      case POWERSHELL -> new PowerShellTokenMaker();
      case PROPERTIES -> new PropertiesFileTokenMaker();
      case PROTO -> new ProtoTokenMaker();
      case PYTHON -> new PythonTokenMaker();
      case RUBY -> new RubyTokenMaker();
      case SAS -> new SASTokenMaker();
      case SCALA -> new ScalaTokenMaker();
      case SHELL -> new UnixShellTokenMaker();
      case SQL -> new SQLTokenMaker();
      case TCL -> new TclTokenMaker();
      case TYPESCRIPT -> new TypeScriptTokenMaker();
      case VHDL -> new VhdlTokenMaker();
      case VISUAL_BASIC -> new VisualBasicTokenMaker();
      case WINDOWS_BATCH -> new WindowsBatchTokenMaker();
      case XML -> new XMLTokenMaker();
      default -> new PlainTextTokenMaker();
    };
  }
}
