package dev.levee.markdown;

import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the addresses that stand in running text, by the rules of GFM's extended autolinks.
///
/// One search over each run of text nodes that holds a `:`, an `@` or `www.` at all; nothing is
/// copied where there is none. Beyond GFM, an address ends before the punctuation of Chinese and
/// Japanese, which no space follows.
final class BareLinkFinder {

  private static final String HOST = "[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63})";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?<url>(?i:https?|ftp)://"
              + HOST
              + "{1,20})|(?<www>(?i:www\\.)[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){1,20}))"
              + "(?<rest>[^\\s<\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF1F\\uE7A5]*+)"
              + "|(?<mail>(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]{1,63}"
              + "(?:\\.[A-Za-z0-9_-]{1,63}){1,10}(?<![-_])(?![-_]))");
  private static final Pattern ENTITY_END = Pattern.compile("&[A-Za-z0-9]+;$");

  private BareLinkFinder() {}

  /// Turns the addresses among the children of a node into [BareLink]s.
  static void mark(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; ) {
      if (!(child instanceof Text first)) {
        child = child.getNext();
        continue;
      }
      Node last = first;
      while (last.getNext() instanceof Text next && next.getStartOffset() == last.getEndOffset()) {
        last = next;
      }
      Node after = last.getNext();
      BasedSequence chars =
          first.equals(last)
              ? first.getChars()
              : first.getChars().baseSubSequence(first.getStartOffset(), last.getEndOffset());
      if (mayHoldAddress(chars)) {
        replace(first, after, chars);
      }
      child = after;
    }
  }

  private static boolean mayHoldAddress(BasedSequence chars) {
    return chars.indexOf("://") >= 0 || chars.indexOf('@') >= 0 || chars.indexOf("www.") >= 0;
  }

  private static void replace(Node first, Node after, BasedSequence chars) {
    Matcher found = ADDRESS.matcher(chars);
    int from = 0;
    while (found.find()) {
      int end = found.group("mail") == null ? end(chars, found) : found.end();
      if (end <= found.start() || !isDomain(found)) {
        continue;
      }
      if (from < found.start()) {
        first.insertBefore(new Text(chars.subSequence(from, found.start())));
      }
      first.insertBefore(new BareLink(chars.subSequence(found.start(), end), scheme(found)));
      from = end;
      if (end < found.end()) {
        found.region(end, chars.length());
      }
    }
    if (from == 0) {
      return;
    }
    if (from < chars.length()) {
      first.insertBefore(new Text(chars.subSequence(from)));
    }
    for (Node old = first; old != null && !old.equals(after); ) {
      Node next = old.getNext();
      old.unlink();
      old = next;
    }
  }

  private static String scheme(Matcher found) {
    if (found.group("url") != null) {
      return "";
    }
    return found.group("www") == null ? "mailto:" : "http://";
  }

  private static boolean isDomain(Matcher found) {
    String host = found.group("url") == null ? found.group("www") : found.group("url");
    if (host == null) {
      return true;
    }
    int last = host.lastIndexOf('.');
    int beforeLast = host.lastIndexOf('.', last - 1);
    return host.indexOf('_', Math.max(0, beforeLast)) < 0;
  }

  /// Where the address ends once the punctuation of the sentence around it is left out.
  private static int end(CharSequence text, Matcher found) {
    int start = found.start();
    int end = found.end();
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
        Matcher entity = ENTITY_END.matcher(text).region(Math.max(start, end - 32), end);
        end = entity.find() ? entity.start() : end - 1;
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
