package dev.levee.serve;

import dev.levee.deliver.MediaTypes;
import dev.levee.output.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// What the preview has to say to a request.
sealed interface Reply {

  /// A page or a file. Its tag and its compressed form are made when they are first asked for, so
  /// whoever gives the same reply again should give the same object.
  final class Content implements Reply {

    /// Less than this fits into one packet as it is.
    private static final int WORTH_COMPRESSING = 1_000;

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private volatile @Nullable Variant plain;
    private volatile @Nullable Variant gzip;

    /// A body as it is sent, with the strong entity tag of just these bytes.
    @SuppressWarnings("ArrayRecordComponent")
    record Variant(byte[] bytes, String etag) {}

    /// @param headers as they are sent, but for those that HTTP itself asks for, such as `ETag`
    /// @param body what nobody changes any more
    Content(int status, Map<String, String> headers, byte[] body) {
      this.status = status;
      this.headers = Map.copyOf(headers);
      this.body = body;
    }

    int status() {
      return status;
    }

    Map<String, String> headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }

    /// The body as it is.
    Variant plain() {
      Variant made = plain;
      if (made == null) {
        made = new Variant(body, '"' + Digest.of(body).hex().substring(0, 32) + '"');
        plain = made;
      }
      return made;
    }

    /// Whether the body may be sent compressed, so that what is sent depends on who asks.
    boolean compressible() {
      return body.length >= WORTH_COMPRESSING
          && header("Content-Encoding").isEmpty()
          && header("Content-Type").filter(Content::isText).isPresent();
    }

    /// The body compressed, if it is compressible.
    Variant gzip() {
      Variant made = gzip;
      if (made == null) {
        String tag = plain().etag();
        made = new Variant(compressed(body), tag.substring(0, tag.length() - 1) + "-gz\"");
        gzip = made;
      }
      return made;
    }

    private Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst();
    }

    private static boolean isText(String contentType) {
      String type = contentType.split(";", 2)[0].strip();
      return MediaTypes.isText(type.toLowerCase(Locale.ROOT));
    }

    /// A page is looked at once or twice before it is another, and not from afar.
    private static byte[] compressed(byte[] bytes) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
      try (OutputStream gzip =
          new GZIPOutputStream(out) {
            {
              def.setLevel(Deflater.BEST_SPEED);
            }
          }) {
        gzip.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }
  }

  /// Messages that are sent as server-sent events while the browser listens.
  interface Events extends AutoCloseable {

    /// The next message; empty when none has come in time.
    Optional<String> next(Duration wait) throws InterruptedException;

    /// Nobody listens any more.
    @Override
    void close();
  }

  record Stream(Events events) implements Reply {}
}
