package dev.levee.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes smaller pictures of one. Each is made of the one half as large, a quarter as large, … that
/// is still large enough, so that ten sizes cost little more than one, and none of them hangs on
/// which others there are.
final class Scaler {

  private static final int ONE = 1 << 14;

  /// Each half as wide and high as the one before.
  private final List<Pixels> halves = new ArrayList<>();

  Scaler(Pixels whole) {
    halves.add(whole);
  }

  /// A part of the picture in another size, by the cubic filter of Catmull and Rom.
  Pixels scaled(Crop part, int width, int height) {
    int half = 0;
    while (part.width() >> (half + 1) >= width && part.height() >> (half + 1) >= height) {
      half++;
    }
    while (halves.size() <= half) {
      halves.add(halved(halves.getLast()));
    }
    Pixels whole = halves.getFirst();
    Pixels from = halves.get(half);
    double across = (double) from.width() / whole.width();
    double down = (double) from.height() / whole.height();
    if (half == 0 && part.width() == width && part.height() == height) {
      return cut(whole, part);
    }
    Taps columns = Taps.of(part.x() * across, part.width() * across, from.width(), width);
    Taps rows = Taps.of(part.y() * down, part.height() * down, from.height(), height);
    return scaledDown(scaledAcross(from, columns, rows.first(), rows.last()), rows);
  }

  private static Pixels cut(Pixels from, Crop part) {
    int count = from.model().count();
    byte[] to = new byte[part.width() * part.height() * count];
    for (int y = 0; y < part.height(); y++) {
      int start = ((part.y() + y) * from.width() + part.x()) * count;
      System.arraycopy(from.samples(), start, to, y * part.width() * count, part.width() * count);
    }
    return new Pixels(part.width(), part.height(), from.model(), to);
  }

  private static Pixels halved(Pixels from) {
    int width = Math.max(1, from.width() / 2);
    int height = Math.max(1, from.height() / 2);
    int count = from.model().count();
    byte[] in = from.samples();
    byte[] to = new byte[width * height * count];
    int right = from.width() > 1 ? count : 0;
    int row = from.width() * count;
    int below = from.height() > 1 ? row : 0;
    int at = 0;
    for (int y = 0; y < height; y++) {
      int start = 2 * y * row;
      for (int x = 0; x < width; x++, start += 2 * right) {
        for (int i = 0; i < count; i++) {
          int a = start + i;
          int sum =
              (in[a] & 0xFF)
                  + (in[a + right] & 0xFF)
                  + (in[a + below] & 0xFF)
                  + (in[a + right + below] & 0xFF);
          to[at++] = (byte) ((sum + 2) >> 2);
        }
      }
    }
    return new Pixels(width, height, from.model(), to);
  }

  private static Pixels scaledAcross(Pixels from, Taps columns, int firstRow, int lastRow) {
    int count = from.model().count();
    int width = columns.size();
    byte[] in = from.samples();
    byte[] to = new byte[width * (lastRow - firstRow) * count];
    int at = 0;
    for (int y = firstRow; y < lastRow; y++) {
      int row = y * from.width() * count;
      for (int x = 0; x < width; x++) {
        int[] weights = columns.weights[x];
        int start = row + columns.starts[x] * count;
        for (int i = 0; i < count; i++) {
          int sum = ONE / 2;
          int a = start + i;
          for (int weight : weights) {
            sum += weight * (in[a] & 0xFF);
            a += count;
          }
          to[at++] = clamped(sum);
        }
      }
    }
    return new Pixels(width, lastRow - firstRow, from.model(), to);
  }

  private static Pixels scaledDown(Pixels from, Taps rows) {
    int row = from.width() * from.model().count();
    byte[] in = from.samples();
    byte[] to = new byte[row * rows.size()];
    int[] sums = new int[row];
    int at = 0;
    for (int y = 0; y < rows.size(); y++) {
      Arrays.fill(sums, ONE / 2);
      int a = (rows.starts[y] - rows.first()) * row;
      for (int weight : rows.weights[y]) {
        for (int i = 0; i < row; i++) {
          sums[i] += weight * (in[a++] & 0xFF);
        }
      }
      for (int sum : sums) {
        to[at++] = clamped(sum);
      }
    }
    return new Pixels(from.width(), rows.size(), from.model(), to);
  }

  private static byte clamped(int sum) {
    int value = sum >> 14;
    return (byte) (value < 0 ? 0 : Math.min(value, 255));
  }

  /// Which samples each new one is made of, and how much of each.
  @SuppressWarnings("ArrayRecordComponent")
  private record Taps(int[] starts, int[][] weights) {

    /// @param start where the part starts among the samples
    /// @param length how many of them it covers
    /// @param limit how many samples there are
    static Taps of(double start, double length, int limit, int size) {
      double scale = length / size;
      double reach = 2 * Math.max(1, scale);
      int[] starts = new int[size];
      int[][] weights = new int[size][];
      for (int i = 0; i < size; i++) {
        double centre = start + (i + 0.5) * scale - 0.5;
        int first = Math.clamp((int) Math.ceil(centre - reach), 0, limit - 1);
        int last = Math.clamp((int) Math.floor(centre + reach), first, limit - 1);
        double[] parts = new double[last - first + 1];
        double sum = 0;
        for (int j = 0; j < parts.length; j++) {
          parts[j] = cubic((first + j - centre) / Math.max(1, scale));
          sum += parts[j];
        }
        starts[i] = first;
        weights[i] = rounded(parts, sum);
      }
      return new Taps(starts, weights);
    }

    /// In whole numbers that sum up, so that what is white stays white.
    private static int[] rounded(double[] parts, double sum) {
      int[] weights = new int[parts.length];
      int rest = ONE;
      int largest = 0;
      for (int i = 0; i < parts.length; i++) {
        weights[i] = (int) Math.round(parts[i] / sum * ONE);
        rest -= weights[i];
        largest = weights[i] > weights[largest] ? i : largest;
      }
      weights[largest] += rest;
      return weights;
    }

    private static double cubic(double distance) {
      double x = Math.abs(distance);
      if (x < 1) {
        return (1.5 * x - 2.5) * x * x + 1;
      }
      return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    int size() {
      return starts.length;
    }

    int first() {
      return starts[0];
    }

    int last() {
      return starts[starts.length - 1] + weights[starts.length - 1].length;
    }
  }
}
