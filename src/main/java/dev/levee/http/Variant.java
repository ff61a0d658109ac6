package dev.levee.http;

import dev.levee.deliver.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A body in the form in which it is sent.
///
/// @param etag the strong entity tag of just these bytes
/// @param headers all that are sent with the whole of it
record Variant(Body body, String etag, Map<String, String> headers) {

  /// Less than this fits into one packet as it is.
  private static final int WORTH_COMPRESSING = 1_000;

  /// Whether what is sent depends on who asks. Files on disk are too large to be compressed for
  /// one.
  static boolean mayCompress(Reply.Content content) {
    return content.body() instanceof Body.InMemory
        && content.body().size() >= WORTH_COMPRESSING
        && header(content, "Content-Encoding").isEmpty()
        && header(content, "Content-Type").filter(Variant::isText).isPresent();
  }

  static Variant plain(Reply.Content content) {
    return of(content, content.body(), "");
  }

  static Variant gzip(Reply.Content content) {
    Variant variant = of(content, new Body.InMemory(compressed(content.body())), "-gz");
    variant.headers.put("Content-Encoding", "gzip");
    return variant;
  }

  private static Variant of(Reply.Content content, Body body, String suffix) {
    Map<String, String> headers = new LinkedHashMap<>(content.headers());
    String etag = '"' + content.body().tag() + suffix + '"';
    if (content.status() == 200) {
      headers.put("ETag", etag);
      headers.put("Accept-Ranges", "bytes");
    }
    if (mayCompress(content)) {
      headers.merge("Vary", "Accept-Encoding", (vary, more) -> vary + ", " + more);
    }
    return new Variant(body, etag, headers);
  }

  private static Optional<String> header(Reply.Content content, String name) {
    return content.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip();
    return MediaTypes.isText(type.toLowerCase(Locale.ROOT));
  }

  /// Fast, since a page is looked at once or twice before it is another.
  private static byte[] compressed(Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream((int) body.size() / 3);
    try (OutputStream gzip = new FastGzip(out)) {
      body.send(0, body.size(), gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
