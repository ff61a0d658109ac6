package dev.levee.render;

import dev.levee.source.Theme;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lets FreeMarker load the files of the theme and no other.
final class ThemeLoader implements TemplateLoader {

  private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'";

  /// Comments and what is not to be parsed; else an interpolation or a tag, which is the group.
  private static final Pattern CODE =
      Pattern.compile(
          "<#--.*?-->|<#noparse>.*?</#noparse>"
              + ("|(\\$\\{(?:[^\"'}]|" + STRING + ")*+")
              + ("|<[#@](?:[^\"'>(]|" + STRING + "|\\((?:[^\"')]|" + STRING + ")*+\\))*+)"),
          Pattern.DOTALL);

  /// FreeMarker's variable for the time of the machine, which would make every build another.
  private static final Pattern MACHINE_CLOCK = Pattern.compile("(?<![\\w)\\]?.])\\.\\s*now\\b");

  /// What makes code out of a text, and so gets around what is asked of code.
  private static final Pattern MADE_CODE = Pattern.compile("\\?\\s*(?:eval|interpret)\\b");

  private final Theme theme;

  ThemeLoader(Theme theme) {
    this.theme = theme;
  }

  @Override
  public @Nullable Object findTemplateSource(String name) {
    return theme.has(name) ? name : null;
  }

  @Override
  public long getLastModified(Object source) {
    return -1;
  }

  @Override
  public Reader getReader(Object source, String encoding) throws IOException {
    String name = (String) source;
    String text = text(name);
    Matcher code = CODE.matcher(text);
    Matcher clock = MACHINE_CLOCK.matcher(text);
    Matcher made = MADE_CODE.matcher(text);
    while (code.find()) {
      if (code.group(1) == null) {
        continue;
      }
      if (clock.region(code.start(1), code.end(1)).find()) {
        throw unusable(
            name,
            text,
            clock.start(),
            "'.now' is the time of the machine, which would make every build another",
            "take the dates of articles, or give the site a date in 'params'");
      }
      if (made.region(code.start(1), code.end(1)).find()) {
        throw unusable(
            name,
            text,
            made.start(),
            "'" + made.group() + "' would run a text as code, which nobody has read",
            "write what it should do into the template");
      }
    }
    return new StringReader(text);
  }

  private String text(String name) throws IOException {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(theme.template(name)));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new UnusableTemplateException(
          name, 1, 1, "this template is not UTF-8", "save the file as UTF-8");
    }
  }

  private static IOException unusable(
      String name, String text, int at, String message, String hint) {
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    int column = at - text.lastIndexOf('\n', at);
    return new UnusableTemplateException(name, line, column, message, hint);
  }

  @Override
  public void closeTemplateSource(Object source) {
    // the whole text has been read
  }
}
