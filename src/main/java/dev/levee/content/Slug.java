package dev.levee.content;

import dev.levee.config.SiteConfig.SlugStyle;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /// A file system takes names of 255 bytes; the rest is for an ending such as `.html`.
  private static final int MAX_BYTES = 240;

  private static final Pattern BREAK = Pattern.compile("[._]*-[-._]*");

  private Slug() {}

  /// Lower case letters, marks and digits of every script, with `-` for whatever is between them;
  /// `.` and `_` stay inside a word. In ASCII style Latin letters lose their marks and other
  /// scripts are left out, so the result may be empty. What is longer than 240 bytes is cut off.
  public static String of(String text, SlugStyle style) {
    String plain = ofAscii(text);
    return plain == null ? ofUnicode(text, style) : plain;
  }

  /// The slug of a text of ASCII letters, digits, spaces and hyphens, as most are: in no style do
  /// they need Unicode's tables. Nothing for any other text.
  private static @Nullable String ofAscii(String text) {
    if (text.length() > MAX_BYTES) {
      return null;
    }
    StringBuilder slug = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWordLetter(c)) {
        slug.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        slug.append((char) (c + ('a' - 'A')));
      } else if (c == ' ' || c == '-') {
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
          slug.append('-');
        }
      } else {
        return null;
      }
    }
    int end = slug.length();
    return slug.substring(0, end > 0 && slug.charAt(end - 1) == '-' ? end - 1 : end);
  }

  private static String ofUnicode(String text, SlugStyle style) {
    boolean ascii = style == SlugStyle.ASCII;
    Normalizer.Form form = ascii ? Normalizer.Form.NFKD : Normalizer.Form.NFC;
    String normal = Normalizer.normalize(lower(Normalizer.normalize(text, form)), form);
    StringBuilder slug = new StringBuilder(normal.length());
    normal
        .codePoints()
        .forEach(c -> {
          if (isVariation(c)) {
            return;
          }
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
    String joined = Normalizer.normalize(BREAK.matcher(slug).replaceAll("-"), Normalizer.Form.NFC);
    int end = fitting(joined);
    while (end > 0 && "-._".indexOf(joined.charAt(end - 1)) >= 0) {
      end--;
    }
    return joined.substring(0, end);
  }

  /// Letter by letter, since the small sigma of a whole word depends on what follows.
  private static String lower(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// How much of a slug stays within [#MAX_BYTES], whole characters only.
  private static int fitting(String slug) {
    int bytes = 0;
    int end = 0;
    while (end < slug.length()) {
      int c = slug.codePointAt(end);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > MAX_BYTES) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
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

  /// What asks for a letter or emoji in another look.
  private static boolean isVariation(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /// Apostrophes and marks do not part a word: "don't" is `dont`.
  private static boolean isSilent(int c) {
    return c == '\'' || c == '’' || c == 0xAD || c == 0x200C || c == 0x200D || isMark(c);
  }
}
