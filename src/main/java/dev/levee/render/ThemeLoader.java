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

  /// FreeMarker's variable for the time of the machine, which would make every build another.
  private static final Pattern MACHINE_CLOCK = Pattern.compile("(?<=[\\s{(,=<])\\.now\\b");

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
    String text = new String(theme.read((String) source), StandardCharsets.UTF_8);
    Matcher clock = MACHINE_CLOCK.matcher(text);
    if (clock.find()) {
      long line = 1 + text.substring(0, clock.start()).chars().filter(c -> c == '\n').count();
      throw new IOException(
          "line " + line + " asks for .now, the time of the machine, which would differ each time");
    }
    return new StringReader(text);
  }

  @Override
  public void closeTemplateSource(Object source) {
    // the whole text has been read
  }
}
