package dev.levee.http;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What HTTP makes of a page or a file for one request: all of it, a piece, or the word that the
/// browser has it already.
///
/// @param range what is said of the piece; empty where the body is sent as a whole or not at all
/// @param offset where in the body begins what is sent
/// @param length how many bytes of it are sent
record Response(int status, Variant variant, String range, long offset, long length) {

  /// @param request the headers of the request
  /// @param get whether the body itself is asked for
  static Response of(Reply.Content content, Headers request, boolean get) {
    if (content.status() != 200) {
      return whole(content.status(), chosen(content, request));
    }
    @Nullable String range = get ? request.getFirst("Range") : null;
    // nobody begins in the middle of what is compressed
    Variant variant = range == null ? chosen(content, request) : content.plain();
    if (isKnown(request, variant.etag())) {
      return new Response(304, variant, "", 0, 0);
    }
    if (range == null || !isStill(request, variant.etag())) {
      return whole(200, variant);
    }
    Optional<ByteRange> piece = ByteRange.of(range, variant.body().size());
    return piece.map(part -> part(variant, part)).orElseGet(() -> whole(200, variant));
  }

  private static Response whole(int status, Variant variant) {
    return new Response(status, variant, "", 0, variant.body().size());
  }

  private static Response part(Variant variant, ByteRange piece) {
    int status = piece.length() == 0 ? 416 : 206;
    String range = piece.of(variant.body().size());
    return new Response(status, variant, range, piece.start(), piece.length());
  }

  private static Variant chosen(Reply.Content content, Headers request) {
    @Nullable List<String> accepted = request.get("Accept-Encoding");
    return accepted != null && AcceptEncoding.takesGzip(accepted) && Variant.mayCompress(content)
        ? content.gzip()
        : content.plain();
  }

  private static boolean isKnown(Headers request, String etag) {
    @Nullable List<String> lines = request.get("If-None-Match");
    if (lines == null) {
      return false;
    }
    for (String line : lines) {
      for (String known : line.split(",", -1)) {
        String tag = known.strip();
        if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isStill(Headers request, String etag) {
    @Nullable String condition = request.getFirst("If-Range");
    return condition == null || condition.equals(etag);
  }

  /// Sends what is asked for of the body.
  void send(OutputStream out) throws IOException {
    variant.body().send(offset, length, out);
  }

  /// Adds what is said of the body.
  void describe(Headers headers) {
    variant.headers().forEach(headers::set);
    if (!range.isEmpty()) {
      headers.set("Content-Range", range);
    }
  }
}
