package dev.levee.render;

import dev.levee.source.Theme;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
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
  private static final Pattern MACHINE_CLOCK = Pattern.compile("(?<![\\w)\\]?.])\\.now\\b");

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
    String text = new String(theme.read(name), StandardCharsets.UTF_8);
    Matcher code = CODE.matcher(text);
    Matcher clock = MACHINE_CLOCK.matcher(text);
    while (code.find()) {
      if (code.group(1) != null && clock.region(code.start(1), code.end(1)).find()) {
        throw asksForTheTime(name, text, clock.start());
      }
    }
    return new StringReader(text);
  }

  private static IOException asksForTheTime(String name, String text, int at) {
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    int column = at - text.lastIndexOf('\n', at);
    return new UnusableTemplateException(
        name,
        line,
        column,
        "'.now' is the time of the machine, which would make every build another",
        "take the dates of articles, or give the site a date in 'params'");
  }

  @Override
  public void closeTemplateSource(Object source) {
    // the whole text has been read
  }
}
