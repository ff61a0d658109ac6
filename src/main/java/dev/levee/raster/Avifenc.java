package dev.levee.raster;

import dev.levee.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The program that writes AVIF, which is part of libavif. Safe to use from several threads.
public final class Avifenc {

  /// What it is called where it is looked for.
  public static final String NAME = "avifenc";

  /// How it says that it can encode by aom.
  private static final String ENCODER = "aom [enc";

  /// Changes when the same pixels give another file by the same program.
  public static final String VERSION = Photograph.VERSION + " avif 1";

  /// How long a picture may take however small it is; the program takes a hundredth of it.
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration LIMIT_A_MEGAPIXEL = Duration.ofSeconds(30);

  /// It took 84 MB for 4.4 million pixels.
  private static final int BYTES_A_PIXEL = 24;

  /// Where the pictures that the program makes and those of WebP at 80 are as far from what they
  /// were made of, by structural similarity over six photographs, and how that goes on from there.
  private static final int LEVEL_AT_80 = 24;

  private static final double LEVELS_A_STEP_UP = 1.2;
  private static final double LEVELS_A_STEP_DOWN = 0.4;

  private final Program program;
  private final String version;
  private final Duration limit;

  /// @param version what the program is, which decides what comes of a picture
  /// @param limit how long a picture may take however small it is
  Avifenc(Program program, String version, Duration limit) {
    this.program = program;
    this.version = version;
    this.limit = limit;
  }

  /// The program, if it is on this machine.
  ///
  /// @param path where programs are looked for, see [Program#find]
  /// @throws IOException when it is there and cannot say which it is
  public static Optional<Avifenc> find(String path) throws IOException {
    Optional<Program> program = Program.find(NAME, path);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    String version = program.get().version();
    if (!version.contains(ENCODER)) {
      throw new IOException("it says nothing of the encoder aom, which is needed");
    }
    return Optional.of(new Avifenc(program.get(), version, LIMIT));
  }

  /// What the program is, with the encoders in it.
  public String version() {
    return version;
  }

  /// How much memory the program takes for a picture, in bytes.
  public static long memory(int width, int height) {
    return (long) width * height * BYTES_A_PIXEL;
  }

  /// A file that says nothing beside the picture.
  ///
  /// @param quality from 1 to 100
  /// @throws IOException when the program fails
  byte[] file(Pixels pixels, int quality) throws IOException {
    Path folder = Files.createTempDirectory("levee-avif");
    Path in = folder.resolve("in.png");
    Path out = folder.resolve("out.avif");
    try {
      Files.write(in, Encoder.plainPng(pixels));
      long megapixels = (long) pixels.width() * pixels.height() / 1_000_000;
      Program.Outcome outcome =
          program.run(
              folder,
              Map.of(),
              limit.plus(LIMIT_A_MEGAPIXEL.multipliedBy(megapixels)),
              arguments(in, out, quality));
      if (outcome.code() != 0) {
        throw new IOException(outcome.end());
      }
      byte[] file = Files.exists(out) ? Files.readAllBytes(out) : new byte[0];
      if (RasterFormat.of(file).filter(RasterFormat.AVIF::equals).isEmpty()) {
        throw new IOException("it wrote no AVIF");
      }
      return file;
    } finally {
      Files.deleteIfExists(in);
      Files.deleteIfExists(out);
      Files.deleteIfExists(folder);
    }
  }

  /// One thread, so that the same pixels are the same bytes on every machine, and options that old
  /// and new ones know.
  private static List<String> arguments(Path in, Path out, int quality) {
    return List.of(
        "--jobs",
        "1",
        "--codec",
        "aom",
        "--speed",
        "6",
        "--depth",
        "8",
        "--yuv",
        "420",
        "--range",
        "full",
        "--cicp",
        "1/13/6",
        "--min",
        "0",
        "--max",
        "63",
        "--minalpha",
        "0",
        "--maxalpha",
        "0",
        "-a",
        "color:end-usage=q",
        "-a",
        "color:cq-level=" + level(quality),
        "--ignore-exif",
        "--ignore-xmp",
        "--ignore-icc",
        in.toString(),
        out.toString());
  }

  /// The quantizer of AV1 that stands for a quality: 0 is the finest, 63 the coarsest.
  static int level(int quality) {
    int above = quality - 80;
    double level = LEVEL_AT_80 - above * (above > 0 ? LEVELS_A_STEP_UP : LEVELS_A_STEP_DOWN);
    return (int) Math.round(level);
  }
}
