package dev.levee.markdown;

import java.util.Arrays;

/// The addresses that stand in running text, by the rules of GFM's extended autolinks.
///
/// Looked for only around a `://`, an `@` or `www.`, which few texts hold. Beyond GFM, an address
/// ends before the punctuation of Chinese and Japanese, which no space follows.
final class BareLinks {

  static final BareLinks NONE = new BareLinks();

  private static final String[] SCHEMES = {"https", "http", "ftp"};
  private static final int MAX_LABEL = 63;
  private static final int MAX_MAILBOX = 64;

  private int[] starts = new int[0];
  private int[] ends = new int[0];
  private String[] schemes = new String[0];
  private int count;
  private int current;

  private BareLinks() {}

  /// The addresses in a text, whatever they stand in.
  static BareLinks in(String text) {
    BareLinks found = NONE;
    int end = 0;
    for (int at = sign(text, 0); at < text.length(); at = sign(text, Math.max(at + 1, end))) {
      found = found == NONE ? new BareLinks() : found;
      end =
          switch (text.charAt(at)) {
            case ':' -> found.url(text, at, end);
            case 'w' -> found.www(text, at);
            default -> found.mail(text, at, end);
          };
    }
    return found.count == 0 ? NONE : found;
  }

  /// Where a text has the next sign of an address; its length when there is none. One walk over the
  /// text takes a third of the time that a search for each sign takes.
  private static int sign(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@'
          || (c == ':' && text.startsWith("://", i))
          || (c == 'w' && text.startsWith("www.", i))) {
        return i;
      }
    }
    return text.length();
  }

  /// Where the next address begins that is not before an offset; the highest number when there is
  /// none.
  int next(int from) {
    while (current < count && starts[current] < from) {
      current++;
    }
    return current < count ? starts[current] : Integer.MAX_VALUE;
  }

  /// Where the address that [#next] gave ends.
  ///
  /// @param bracketed whether it ends before a bracket, as within brackets it does
  /// @param emphasized whether it ends before an asterisk, as within emphasis it does
  int end(String text, boolean bracketed, boolean emphasized) {
    int start = starts[current];
    int end = ends[current];
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((bracketed && c == ']') || (emphasized && c == '*')) {
        return trimmed(text, start, i);
      }
    }
    return end;
  }

  /// What the destination of that address has before its text: `http://`, `mailto:` or nothing.
  String scheme() {
    return schemes[current];
  }

  /// Takes the address around `://`; the offset up to which nothing else is looked for.
  private int url(String text, int at, int from) {
    for (String scheme : SCHEMES) {
      int start = at - scheme.length();
      if (start >= from && text.regionMatches(true, start, scheme, 0, scheme.length())) {
        return address(text, start, at + 3, "");
      }
    }
    return at + 3;
  }

  private int www(String text, int start) {
    return address(text, start, start + 4, "http://");
  }

  private int address(String text, int start, int host, String scheme) {
    int hostEnd = hostEnd(text, host);
    if (hostEnd < 0 || (start > 0 && HtmlSyntax.isAlphanumeric(text.charAt(start - 1)))) {
      return host;
    }
    int behind = hostEnd;
    while (behind < text.length() && !isEnd(text.charAt(behind))) {
      behind++;
    }
    int end = trimmed(text, start, behind);
    if (end <= host) {
      return host;
    }
    add(start, end, scheme);
    return end;
  }

  /// The end of a name of at least two labels, the last two without `_`; -1 when there is none.
  private static int hostEnd(String text, int start) {
    int i = start;
    int labels = 0;
    boolean underscore = false;
    boolean before;
    do {
      before = underscore;
      int label = labels == 0 ? i : ++i;
      underscore = false;
      while (i < text.length() && i - label < MAX_LABEL && isInHost(text.charAt(i))) {
        underscore |= text.charAt(i) == '_';
        i++;
      }
      if (i == label) {
        return -1;
      }
      labels++;
    } while (i + 1 < text.length() && text.charAt(i) == '.' && isInHost(text.charAt(i + 1)));
    return labels < 2 || underscore || before ? -1 : i;
  }

  private int mail(String text, int at, int from) {
    int start = at;
    while (start > from && at - start <= MAX_MAILBOX && isInMailbox(text.charAt(start - 1))) {
      start--;
    }
    int end = domainEnd(text, at + 1);
    if (start == at || at - start > MAX_MAILBOX || end < 0) {
      return from;
    }
    add(start, end, "mailto:");
    return end;
  }

  private static int domainEnd(String text, int start) {
    int i = start;
    int dots = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '.' && i > start && i + 1 < text.length() && isInDomain(text.charAt(i + 1))) {
        dots++;
      } else if (!isInDomain(c) || (c == '_' && dots == 0)) {
        break;
      }
      i++;
    }
    char last = i > start ? text.charAt(i - 1) : '-';
    return dots == 0 || last == '-' || last == '_' ? -1 : i;
  }

  private static boolean isInHost(char c) {
    return c < 128
        ? HtmlSyntax.isAlphanumeric(c) || c == '-' || c == '_'
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isInMailbox(char c) {
    return isInDomain(c) || c == '.' || c == '+';
  }

  private static boolean isInDomain(char c) {
    return HtmlSyntax.isAlphanumeric(c) || c == '-' || c == '_';
  }

  private static boolean isEnd(char c) {
    return c <= ' '
        || c == '<'
        || c == Placeholders.SIGN
        || (c >= '\u3000' && c <= '\u303F')
        || (c >= '\uFF01' && c <= '\uFF0F')
        || (c >= '\uFF1A' && c <= '\uFF1F');
  }

  private void add(int start, int end, String scheme) {
    if (count == starts.length) {
      int size = Math.max(4, count * 2);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      schemes = Arrays.copyOf(schemes, size);
    }
    starts[count] = start;
    ends[count] = end;
    schemes[count++] = scheme;
  }

  /// Where the address ends once the punctuation of the sentence around it is left out.
  private static int trimmed(String text, int start, int behind) {
    int end = behind;
    int open = count(text, start, end, '(');
    int closed = count(text, start, end, ')');
    while (end > start) {
      char c = text.charAt(end - 1);
      if (c == ')' && closed > open) {
        closed--;
        end--;
      } else if ("?!.,:*_~'\"".indexOf(c) >= 0) {
        end--;
      } else if (c == ';') {
        int name = end - 1;
        while (name > start && HtmlSyntax.isAlphanumeric(text.charAt(name - 1))) {
          name--;
        }
        int sign = name > start && text.charAt(name - 1) == '#' ? name - 2 : name - 1;
        boolean entity = sign > start && name < end - 1 && text.charAt(sign) == '&';
        end = entity ? sign : end - 1;
      } else {
        break;
      }
    }
    return end;
  }

  private static int count(CharSequence text, int start, int end, char wanted) {
    int count = 0;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == wanted) {
        count++;
      }
    }
    return count;
  }
}
