package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class ManifestFileTest {

  private final Manifest manifest = manifest();

  @Test
  void aManifestIsSortedTextWithALineForEachFile() {
    String digest = Digest.of(new byte[0]).hex();
    String body =
        "levee-manifest 1\n"
            + "~ picture a b.jpg\n"
            + "= home "
            + digest
            + " 12 1700000000123456789 index.html\n"
            + "? page ü/index.html\n";
    CRC32C sum = new CRC32C();
    sum.update(body.getBytes(StandardCharsets.UTF_8));
    assertThat(ManifestFile.format(manifest))
        .isEqualTo(body + "end %08x\n".formatted(sum.getValue()));
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(read(ManifestFile.format(manifest)))
        .isEqualTo(new ManifestFile.Reading(manifest, ""));
    assertThat(read(ManifestFile.format(Manifest.empty())).manifest()).isEqualTo(Manifest.empty());
  }

  @Test
  void aCutAnywhereIsNoticed() {
    byte[] bytes = ManifestFile.format(manifest).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      ManifestFile.Reading reading = ManifestFile.parse(Arrays.copyOf(bytes, length));
      assertThat(reading.damage()).as("cut at %d", length).startsWith("is damaged: ");
      assertThat(reading.manifest()).isEqualTo(Manifest.empty());
    }
  }

  @Test
  void aChangedByteIsNoticed() {
    byte[] bytes = ManifestFile.format(manifest).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThat(ManifestFile.parse(changed).damage()).as("changed at %d", at).isNotEmpty();
    }
  }

  @Test
  void aNewerVersionIsNotUnderstood() {
    assertThat(read(ManifestFile.format(manifest).replaceFirst(" 1", " 2")).damage())
        .isEqualTo("was written by a newer Levee, in version 2 of its format");
  }

  private static ManifestFile.Reading read(String text) {
    return ManifestFile.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Manifest manifest() {
    TreeMap<OutputPath, Manifest.Entry> entries = new TreeMap<>();
    entries.put(OutputPath.of("ü/index.html"), new Manifest.Doubtful(Kind.PAGE));
    entries.put(OutputPath.of("a b.jpg"), new Manifest.Adrift(Kind.PICTURE));
    entries.put(
        OutputPath.of("index.html"),
        new Manifest.Known(Kind.HOME, Digest.of(new byte[0]), 12, 1_700_000_000_123_456_789L));
    return new Manifest(entries);
  }
}
