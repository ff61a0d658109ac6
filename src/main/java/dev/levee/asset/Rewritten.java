package dev.levee.asset;

import dev.levee.asset.AssetFile.Link;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The text of an asset with other names in the places of its references, which knows what stood
/// where.
final class Rewritten {

  private final AssetFile file;
  private final String text;

  /// By how much the text is longer from an offset on.
  private final List<int[]> shifts = new ArrayList<>();

  /// @param name what stands for a reference from now on
  Rewritten(AssetFile file, Function<Link, String> name) {
    this.file = file;
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Link link : file.links()) {
      out.append(file.text(), done, link.reference().start()).append(name.apply(link));
      done = link.reference().end();
      shifts.add(new int[] {out.length(), out.length() - done});
    }
    this.text = out.append(file.text().substring(done)).toString();
  }

  String text() {
    return text;
  }

  /// The offset in the original text of what is at a place in this one.
  ///
  /// @param line counted from 1
  /// @param bytes of the line that stand before it, in UTF-8
  int original(int line, int bytes) {
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    byte[] utf8 =
        text.substring(start, end < 0 ? text.length() : end).getBytes(StandardCharsets.UTF_8);
    int offset =
        start + new String(utf8, 0, Math.min(bytes, utf8.length), StandardCharsets.UTF_8).length();
    int shift = 0;
    for (int[] known : shifts) {
      if (known[0] <= offset) {
        shift = known[1];
      }
    }
    return Math.clamp(offset - shift, 0, file.text().length());
  }
}
