package dev.levee.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.levee.TestSite;
import dev.levee.problem.Problems;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  @TempDir private Path folder;

  private final Problems problems = new Problems();

  @Test
  void aByteOrderMarkIsTakenOff() throws Exception {
    assertThat(read("\uFEFFtitle".getBytes(UTF_8))).contains("title");
  }

  @Test
  void linesEndInLineFeedsAlone() throws Exception {
    assertThat(read("a\r\nb\rc\n".getBytes(UTF_8))).contains("a\nb\nc\n");
  }

  @Test
  void everyScriptIsRead() throws Exception {
    String text = "Überschwemmung 選舉 انتخابات 🌊";
    assertThat(read(text.getBytes(UTF_8))).contains(text);
  }

  @Test
  void otherEncodingsAreNamedWithThePlaceOfTheFirstWrongByte() throws Exception {
    assertThat(read("one\ntwo caf\u00e9\n".getBytes(ISO_8859_1))).isEmpty();
    assertThat(problems())
        .containsExactly(
            "a.md:2:8 error invalid-utf8 there is a byte here that is not UTF-8: 0xe9"
                + " | save the file as UTF-8");
  }

  @Test
  void theLineOfAWrongByteCountsEveryLineEnd() throws Exception {
    assertThat(read("one\rtwo\r\ncaf\u00e9\n".getBytes(ISO_8859_1))).isEmpty();
    assertThat(problems().getFirst()).startsWith("a.md:3:4 ");
  }

  @Test
  void aCharacterThatIsCutOffIsNamed() throws Exception {
    assertThat(read(new byte[] {'a', (byte) 0xE2, (byte) 0x82})).isEmpty();
    assertThat(problems().getFirst()).startsWith("a.md:1:2 error invalid-utf8");
  }

  @Test
  void utf16IsNamed() throws Exception {
    assertThat(read("title".getBytes(UTF_16))).isEmpty();
    assertThat(problems())
        .containsExactly("a.md:1:1 error invalid-utf8 this text is UTF-16 | save it as UTF-8");
  }

  @Test
  void utf16WithoutAMarkIsNamed() throws Exception {
    assertThat(read("---\ntitle".getBytes(UTF_16LE))).isEmpty();
    assertThat(problems())
        .containsExactly("a.md:1:1 error invalid-utf8 this text is UTF-16 | save it as UTF-8");
  }

  @Test
  void aHugeFileIsNotReadAtAll() throws Exception {
    Path file = folder.resolve("a.md");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100 << 20);
    }
    assertThat(TextFile.read(file, "a.md", problems)).isEmpty();
    assertThat(problems())
        .containsExactly(
            "a.md error file-too-large this text has 100 MB, more than the 16 MB allowed"
                + " | split it, or keep it out of the folder");
  }

  @Test
  void aFileThatIsGoneIsNamed() {
    assertThat(TextFile.read(folder.resolve("b.md"), "b.md", problems)).isEmpty();
    assertThat(problems())
        .containsExactly("b.md error unreadable-file this cannot be read: NoSuchFileException");
  }

  @Test
  void anUnreadableFileIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "permissions do not bind this user");
    assertThat(TextFile.read(file, "a.md", problems)).isEmpty();
    assertThat(problems())
        .containsExactly(
            "a.md error unreadable-file this cannot be read: AccessDeniedException"
                + " | check its permissions");
  }

  private Optional<String> read(byte[] bytes) throws Exception {
    return TextFile.read(Files.write(folder.resolve("a.md"), bytes), "a.md", problems);
  }

  private List<String> problems() {
    return problems.sorted().stream().map(TestSite::line).toList();
  }
}
