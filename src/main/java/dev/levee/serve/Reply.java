package dev.levee.serve;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What the preview has to say to a request.
sealed interface Reply {

  /// A page or a file.
  ///
  /// @param headers as they are sent, but for those that HTTP itself asks for, such as `ETag`
  @SuppressWarnings("ArrayRecordComponent")
  record Content(int status, Map<String, String> headers, byte[] body) implements Reply {}

  /// Messages that are sent as server-sent events while the browser listens.
  interface Events extends AutoCloseable {

    /// The next message; empty when none has come in time.
    Optional<String> next(Duration wait) throws InterruptedException;

    /// Nobody listens any more.
    @Override
    void close();
  }

  /// A stream of messages.
  record Stream(Events events) implements Reply {}
}
