package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

  private static final byte[] TEXT = "All the news. ".repeat(100).getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> HTML =
      Map.of("Content-Type", "text/html; charset=utf-8");

  private final Reply.Content page = new Reply.Content(200, HTML, TEXT);
  private final Reply.Content ten =
      new Reply.Content(200, Map.of("Content-Type", "video/mp4"), "0123456789".getBytes());

  private static Response ask(Reply.Content content, String... headers) {
    Headers request = new Headers();
    for (int i = 0; i < headers.length; i += 2) {
      request.add(headers[i], headers[i + 1]);
    }
    return Response.of(content, request, true);
  }

  private static Headers headers(Response response) {
    Headers headers = new Headers();
    response.describe(headers);
    return headers;
  }

  private static String body(Response response) {
    return new String(bytes(response), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Response response) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      response.send(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void aBodyHasAStrongTag() {
    String tag = headers(ask(page)).getFirst("ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(headers(ask(new Reply.Content(200, Map.of(), TEXT))).getFirst("ETag"))
        .isEqualTo(tag);
    assertThat(headers(ask(ten)).getFirst("ETag")).isNotEqualTo(tag);
    assertThat(headers(ask(new Reply.Content(404, HTML, TEXT)))).doesNotContainKey("Etag");
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() {
    String tag = headers(ask(page)).getFirst("ETag");
    for (String known : List.of(tag, "W/" + tag, "*", "\"a\", " + tag, tag + ",\"b\"")) {
      Response response = ask(page, "If-None-Match", known);
      assertThat(response.status()).isEqualTo(304);
      assertThat(response.length()).isZero();
      assertThat(headers(response).getFirst("ETag")).isEqualTo(tag);
      assertThat(headers(response).getFirst("Vary")).isEqualTo("Accept-Encoding");
    }
    for (String other : List.of("", "\"\"", "\"a\"", tag.substring(1), tag.replace("\"", ""))) {
      assertThat(ask(page, "If-None-Match", other).status()).isEqualTo(200);
    }
    assertThat(ask(page, "If-None-Match", "\"a\"", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(ask(new Reply.Content(404, HTML, TEXT), "If-None-Match", "*").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "br, gzip;q=0.5",
        "gzip ; q=1.0",
        "*",
        "br;q=0, *;q=0.1"
      })
  void textIsCompressedForThoseWhoTakeIt(String accepted) throws Exception {
    Response response = ask(page, "Accept-Encoding", accepted);
    assertThat(headers(response).getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(headers(response).getFirst("Vary")).isEqualTo("Accept-Encoding");
    assertThat(headers(response).getFirst("ETag"))
        .isEqualTo(headers(ask(page)).getFirst("ETag").replaceFirst("\"$", "-gz\""));
    assertThat(response.length()).isLessThan(TEXT.length / 5);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes(response)))) {
      assertThat(gzip.readAllBytes()).isEqualTo(TEXT);
    }
    assertThat(ask(page, "Accept-Encoding", accepted).variant()).isSameAs(response.variant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip;q=0.000",
        "*, gzip;q=0",
        "*;q=0",
        "gzipped"
      })
  void othersGetItAsItIs(String accepted) {
    Response response = ask(page, "Accept-Encoding", accepted);
    assertThat(headers(response)).doesNotContainKey("Content-encoding");
    assertThat(headers(response).getFirst("Vary")).isEqualTo("Accept-Encoding");
    assertThat(body(response)).hasSize(TEXT.length);
  }

  @Test
  void onlyTextIsCompressedAndOnlyOnce() {
    for (Reply.Content content :
        List.of(
            ten,
            new Reply.Content(200, Map.of(), TEXT),
            new Reply.Content(200, Map.of("content-type", "image/jpeg"), TEXT),
            new Reply.Content(
                200, Map.of("Content-Type", "image/svg+xml", "Content-Encoding", "br"), TEXT))) {
      Headers headers = headers(ask(content, "Accept-Encoding", "gzip"));
      assertThat(headers.getFirst("Content-Encoding")).isNotEqualTo("gzip");
      assertThat(headers).doesNotContainKey("Vary");
    }
    Reply.Content missing =
        new Reply.Content(404, Map.of("content-type", "TEXT/HTML", "Vary", "Cookie"), TEXT);
    Headers headers = headers(ask(missing, "Accept-Encoding", "gzip"));
    assertThat(headers.getFirst("Content-Encoding")).isEqualTo("gzip");
    assertThat(headers.getFirst("Vary")).isEqualTo("Cookie, Accept-Encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-, 456789, bytes 4-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "bytes=-30, 0123456789, bytes 0-9/10",
    "bytes=9-9, 9, bytes 9-9/10",
    "bytes=8-99999999999999999999999, 89, bytes 8-9/10",
    "BYTES= 0-0 , 0, bytes 0-0/10"
  })
  void aPieceIsSent(String range, String body, String told) {
    Response response = ask(ten, "Range", range);
    assertThat(response.status()).isEqualTo(206);
    assertThat(body(response)).isEqualTo(body);
    assertThat(headers(response).getFirst("Content-Range")).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=-0", "bytes=99999999999999999999-"})
  void aPieceBeyondTheEndIsNot(String range) {
    Response response = ask(ten, "Range", range);
    assertThat(response.status()).isEqualTo(416);
    assertThat(response.length()).isZero();
    assertThat(headers(response).getFirst("Content-Range")).isEqualTo("bytes */10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=3-1",
        "bytes=0-1,3-4",
        "lines=0-1",
        "bytes=--1",
        "bytes=1-2-3",
        "bytes=0x1-"
      })
  void whatIsNoSinglePieceIsSentAsAWhole(String range) {
    Response response = ask(ten, "Range", range);
    assertThat(response.status()).isEqualTo(200);
    assertThat(body(response)).isEqualTo("0123456789");
    assertThat(headers(response)).doesNotContainKey("Content-range");
  }

  @Test
  void aPieceIsOfTheBodyThatTheBrowserHas() {
    String tag = headers(ask(page)).getFirst("ETag");
    Response piece = ask(page, "Range", "bytes=0-2", "If-Range", tag, "Accept-Encoding", "gzip");
    assertThat(body(piece)).isEqualTo("All");
    assertThat(headers(piece)).doesNotContainKey("Content-encoding");
    for (String other : List.of("\"a\"", "W/" + tag, "Tue, 15 Nov 2016 12:00:00 GMT")) {
      assertThat(ask(page, "Range", "bytes=0-2", "If-Range", other).status()).isEqualTo(200);
    }
    assertThat(ask(page, "Range", "bytes=0-2", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(ask(new Reply.Content(404, HTML, TEXT), "Range", "bytes=0-2").status())
        .isEqualTo(404);
  }

  @Test
  void aFileIsSentFromTheDisk(@TempDir Path temp) throws Exception {
    byte[] bytes = new byte[5 << 20];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(temp.resolve("film.mp4"), bytes);
    Reply.Content film = new Reply.Content(200, HTML, Body.OnDisk.of(file));
    Response whole = ask(film, "Accept-Encoding", "gzip");
    assertThat(bytes(whole)).isEqualTo(bytes);
    assertThat(headers(whole)).doesNotContainKeys("Content-encoding", "Vary");
    int start = 3_000_001;
    Response piece = ask(film, "Range", "bytes=" + start + "-");
    assertThat(piece.status()).isEqualTo(206);
    assertThat(bytes(piece)).isEqualTo(Arrays.copyOfRange(bytes, start, bytes.length));
    assertThat(bytes(ask(film, "Range", "bytes=-1"))).containsExactly(bytes[bytes.length - 1]);
    assertThat(ask(film, "Range", "bytes=" + bytes.length + "-").status()).isEqualTo(416);
  }

  @Test
  void aFileHasTheTagOfItsStamp(@TempDir Path temp) throws Exception {
    Path file = Files.writeString(temp.resolve("film.mp4"), "0123456789");
    String tag = tag(file);
    assertThat(tag).matches("\"[0-9a-f]{32}\"").isEqualTo(tag(file));
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(tag(file)).isNotEqualTo(tag);
    Files.writeString(file, "01234567890");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(tag(file)).isNotEqualTo(tag);
  }

  private static String tag(Path file) throws IOException {
    return headers(ask(new Reply.Content(200, HTML, Body.OnDisk.of(file)))).getFirst("ETag");
  }

  @Test
  void aFileThatIsCutShortEndsInAnError(@TempDir Path temp) throws Exception {
    Path file = Files.writeString(temp.resolve("film.mp4"), "0123456789");
    Response film = ask(new Reply.Content(200, HTML, Body.OnDisk.of(file)));
    Files.writeString(file, "0");
    assertThatThrownBy(() -> film.send(new ByteArrayOutputStream()))
        .isInstanceOf(EOFException.class);
  }

  /// Gigabytes that take no room on the disk.
  @Test
  void aFileMayBeLargerThanTheMemory(@TempDir Path temp) throws Exception {
    Path file = temp.resolve("film.mp4");
    long size = 5L << 30;
    try (SeekableByteChannel sparse =
        Files.newByteChannel(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      sparse.position(size - 3).write(ByteBuffer.wrap("end".getBytes(StandardCharsets.UTF_8)));
    }
    Reply.Content film = new Reply.Content(200, HTML, Body.OnDisk.of(file));
    assertThat(ask(film).length()).isEqualTo(size);
    Response piece = ask(film, "Range", "bytes=" + (size - 4) + "-");
    assertThat(body(piece)).isEqualTo("\0end");
    assertThat(headers(piece).getFirst("Content-Range"))
        .isEqualTo("bytes 5368709116-5368709119/5368709120");
  }
}
