package dev.levee.page;

import dev.levee.config.Hosting.Budget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/// What the first view of a page weighs on a telephone, in bytes before compression: its HTML, and
/// the files of the site that it asks for at once. What comes from other hosts, and what style
/// sheets ask for, is not counted.
public record Weights(List<Part> html, List<Part> css, List<Part> js, List<Part> pictures) {

  /// A file and its bytes.
  public record Part(String file, long bytes) {}

  /// What a page weighs.
  ///
  /// @param file the file of the page
  /// @param size gives the bytes of a file of the site, 0 where there is none
  public static Weights of(String file, PageFacts page, ToLongFunction<String> size) {
    return new Weights(
        parts(Set.of(file), size),
        parts(page.styles(), size),
        parts(page.scripts(), size),
        parts(page.pictures(), size));
  }

  private static List<Part> parts(Set<String> files, ToLongFunction<String> size) {
    List<Part> parts = new ArrayList<>();
    for (String file : files) {
      parts.add(new Part(file, size.applyAsLong(file)));
    }
    parts.sort(Comparator.comparingLong(Part::bytes).reversed().thenComparing(Part::file));
    return parts;
  }

  /// All bytes of the first view.
  public long total() {
    return sum(html) + sum(css) + sum(js) + sum(pictures);
  }

  /// What is over a budget.
  ///
  /// @param what says so in a sentence
  /// @param heaviest the file that weighs most in it
  public record Excess(String what, Part heaviest) {}

  /// All that is over a budget.
  public List<Excess> over(Budget budget) {
    List<Excess> over = new ArrayList<>();
    over("HTML", html, budget.html(), over);
    over("style sheets", css, budget.css(), over);
    over("scripts", js, budget.js(), over);
    over("pictures", pictures, budget.pictures(), over);
    return over;
  }

  private static void over(String what, List<Part> parts, long most, List<Excess> over) {
    long bytes = sum(parts);
    if (bytes > most) {
      String all = "the first view has " + inWords(bytes) + " of " + what;
      over.add(new Excess(all + ", over the budget of " + inWords(most), parts.getFirst()));
    }
  }

  private static long sum(List<Part> parts) {
    long sum = 0;
    for (Part part : parts) {
      sum += part.bytes();
    }
    return sum;
  }

  /// Bytes as people read them, such as `34.2 KB`.
  public static String inWords(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    long tenths = bytes < 1_000_000 ? (bytes + 50) / 100 : (bytes + 50_000) / 100_000;
    String number = tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    return number + (bytes < 1_000_000 ? " KB" : " MB");
  }
}
