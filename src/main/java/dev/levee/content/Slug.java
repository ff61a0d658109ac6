package dev.levee.content;

import dev.levee.config.SiteConfig.SlugStyle;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Turns names and titles into a part of an address.
public final class Slug {

  /// Latin letters that Unicode does not take apart into a base letter and a mark.
  private static final Map<Integer, String> LATIN =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"));

  private Slug() {}

  /// Lower case letters, marks and digits of every script, with `-` for whatever is between them;
  /// `.` and `_` stay inside a word. In ASCII style Latin letters lose their marks and other
  /// scripts are left out, so the result may be empty.
  public static String of(String text, SlugStyle style) {
    boolean ascii = style == SlugStyle.ASCII;
    String lower = text.toLowerCase(Locale.ROOT);
    String normal = Normalizer.normalize(lower, ascii ? Normalizer.Form.NFKD : Normalizer.Form.NFC);
    StringBuilder slug = new StringBuilder(normal.length());
    normal
        .codePoints()
        .forEach(c -> {
          if (c < 128 ? isWordLetter(c) : !ascii && isUnicodeLetter(c)) {
            slug.appendCodePoint(c);
          } else if (ascii && LATIN.containsKey(c)) {
            slug.append(LATIN.get(c));
          } else if ((c == '.' || c == '_')
              && !slug.isEmpty()
              && slug.charAt(slug.length() - 1) != '-') {
            slug.append((char) c);
          } else if (!isSilent(c) && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
          }
        });
    int end = slug.length();
    while (end > 0 && "-._".indexOf(slug.charAt(end - 1)) >= 0) {
      end--;
    }
    return slug.substring(0, end).replaceAll("[._]*-[-._]*", "-");
  }

  private static boolean isWordLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isUnicodeLetter(int c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /// Apostrophes and marks do not part a word: "don't" is `dont`.
  private static boolean isSilent(int c) {
    return c == '\'' || c == '’' || c == 0xAD || c == 0x200C || c == 0x200D || isMark(c);
  }
}
