package dev.levee.highlight;

import java.util.Map;
import java.util.function.Supplier;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.ActionScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.Assembler6502TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.AssemblerX86TokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.BBCodeTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CPlusPlusTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSSTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CSharpTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.CTokenMaker;
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
import org.fife.ui.rsyntaxtextarea.modes.JavaScriptTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
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
import org.fife.ui.rsyntaxtextarea.modes.PlainTextTokenMaker;
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

/// The token makers of rsyntaxtextarea by language; only the one that is asked for is loaded.
final class TokenMakers {

  private TokenMakers() {}

  static Tokenizer tokenizer(Language language) {
    return new LineTokenizer(of(language).get(), others(language));
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

  /// Suppliers, because a switch over the makers themselves has the verifier load them all.
  private static Supplier<TokenMaker> of(Language language) {
    return switch (language) {
      case ACTIONSCRIPT -> ActionScriptTokenMaker::new;
      case ASM -> AssemblerX86TokenMaker::new;
      case ASM6502 -> Assembler6502TokenMaker::new;
      case BBCODE -> BBCodeTokenMaker::new;
      case C -> CTokenMaker::new;
      case CLOJURE -> ClojureTokenMaker::new;
      case CPP -> CPlusPlusTokenMaker::new;
      case CSHARP -> CSharpTokenMaker::new;
      case CSS -> CSSTokenMaker::new;
      case CSV -> CsvTokenMaker::new;
      case D -> DTokenMaker::new;
      case DART -> DartTokenMaker::new;
      case DELPHI -> DelphiTokenMaker::new;
      case DOCKERFILE -> DockerTokenMaker::new;
      case DTD -> DtdTokenMaker::new;
      case ENV -> EnvTokenMaker::new;
      case FORTRAN -> FortranTokenMaker::new;
      case GO -> GoTokenMaker::new;
      case GROOVY -> GroovyTokenMaker::new;
      case HANDLEBARS -> HandlebarsTokenMaker::new;
      case HOSTS -> HostsTokenMaker::new;
      case HTACCESS -> HtaccessTokenMaker::new;
      case HTML -> HTMLTokenMaker::new;
      case INI -> IniTokenMaker::new;
      case JAVA -> JavaTokenMaker::new;
      case JAVASCRIPT -> JavaScriptTokenMaker::new;
      case JSON -> JsonTokenMaker::new;
      case JSON5 -> JshintrcTokenMaker::new;
      case JSP -> JSPTokenMaker::new;
      case KOTLIN -> KotlinTokenMaker::new;
      case LATEX -> LatexTokenMaker::new;
      case LESS -> LessTokenMaker::new;
      case LISP -> LispTokenMaker::new;
      case LUA -> LuaTokenMaker::new;
      case MAKEFILE -> MakefileTokenMaker::new;
      case MARKDOWN -> MarkdownTokenMaker::new;
      case MXML -> MxmlTokenMaker::new;
      case NSIS -> NSISTokenMaker::new;
      case PERL -> PerlTokenMaker::new;
      case PHP -> PHPTokenMaker::new;
      case POWERSHELL -> PowerShellTokenMaker::new;
      case PROPERTIES -> PropertiesFileTokenMaker::new;
      case PROTO -> ProtoTokenMaker::new;
      case PYTHON -> PythonTokenMaker::new;
      case RUBY -> RubyTokenMaker::new;
      case SAS -> SASTokenMaker::new;
      case SCALA -> ScalaTokenMaker::new;
      case SHELL -> UnixShellTokenMaker::new;
      case SQL -> SQLTokenMaker::new;
      case TCL -> TclTokenMaker::new;
      case TYPESCRIPT -> TypeScriptTokenMaker::new;
      case VHDL -> VhdlTokenMaker::new;
      case VISUAL_BASIC -> VisualBasicTokenMaker::new;
      case WINDOWS_BATCH -> WindowsBatchTokenMaker::new;
      case XML -> XMLTokenMaker::new;
      default -> PlainTextTokenMaker::new;
    };
  }
}
