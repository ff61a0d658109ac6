package dev.levee.http;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the preview has to say to a request.
public sealed interface Reply {

  /// A page or a file. What HTTP adds to it is made when it is first asked for, so whoever gives
  /// the same reply again should give the same object.
  final class Content implements Reply {

    private final int status;
    private final Map<String, String> headers;
    private final Body body;
    private volatile @Nullable Variant plain;
    private volatile @Nullable Variant gzip;

    /// @param headers as they are sent, but for those that HTTP itself asks for, such as `ETag`
    public Content(int status, Map<String, String> headers, Body body) {
      this.status = status;
      this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
      this.body = body;
    }

    /// @param body what nobody changes any more
    public Content(int status, Map<String, String> headers, byte[] body) {
      this(status, headers, new Body.InMemory(body));
    }

    public int status() {
      return status;
    }

    public Map<String, String> headers() {
      return headers;
    }

    public Body body() {
      return body;
    }

    /// The body as it is.
    Variant plain() {
      Variant made = plain;
      return made != null ? made : makePlain();
    }

    /// The body compressed, if [Variant#mayCompress] allows it.
    Variant gzip() {
      Variant made = gzip;
      return made != null ? made : makeGzip();
    }

    private synchronized Variant makePlain() {
      Variant made = plain;
      if (made == null) {
        made = Variant.plain(this);
        plain = made;
      }
      return made;
    }

    private synchronized Variant makeGzip() {
      Variant made = gzip;
      if (made == null) {
        made = Variant.gzip(this);
        gzip = made;
      }
      return made;
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

  /// A connection that stays open for what is yet to be said.
  record Stream(Events events) implements Reply {}
}
