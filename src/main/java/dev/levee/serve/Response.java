package dev.levee.serve;

import com.sun.net.httpserver.Headers;
import dev.levee.serve.Reply.Content;
import dev.levee.serve.Reply.Content.Variant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What HTTP makes of a page or a file for one request: all of it, a piece, or the word that the
/// browser has it already.
///
/// @param offset where in the body begins what is sent
/// @param length how many bytes of it are sent
@SuppressWarnings("ArrayRecordComponent")
record Response(int status, Headers headers, byte[] body, int offset, int length) {

  /// @param request the headers of the request
  /// @param get whether the body itself is asked for
  static Response of(Content content, Headers request, boolean get) {
    Headers headers = new Headers();
    content.headers().forEach(headers::set);
    if (content.status() != 200) {
      return new Response(content.status(), headers, content.body(), 0, content.body().length);
    }
    @Nullable String range = get ? request.getFirst("Range") : null;
    Variant variant = chosen(content, request, headers, range != null);
    headers.set("ETag", variant.etag());
    headers.set("Accept-Ranges", "bytes");
    int size = variant.bytes().length;
    if (isKnown(request, variant.etag())) {
      return new Response(304, headers, variant.bytes(), 0, 0);
    }
    Optional<ByteRange> piece =
        range == null || !isStill(request, variant.etag())
            ? Optional.empty()
            : ByteRange.of(range, size);
    return piece
        .map(part -> partial(headers, variant, part))
        .orElseGet(() -> new Response(200, headers, variant.bytes(), 0, size));
  }

  private static Response partial(Headers headers, Variant variant, ByteRange piece) {
    headers.set("Content-Range", piece.of(variant.bytes().length));
    int status = piece.length() == 0 ? 416 : 206;
    return new Response(status, headers, variant.bytes(), piece.start(), piece.length());
  }

  /// Pieces are of the body as it is: nobody begins in the middle of what is compressed.
  private static Variant chosen(
      Content content, Headers request, Headers headers, boolean inPieces) {
    if (!content.compressible()) {
      return content.plain();
    }
    headers.add("Vary", "Accept-Encoding");
    List<String> accepted = request.get("Accept-Encoding");
    if (inPieces || accepted == null || !AcceptEncoding.takesGzip(accepted)) {
      return content.plain();
    }
    headers.set("Content-Encoding", "gzip");
    return content.gzip();
  }

  private static boolean isKnown(Headers request, String etag) {
    List<String> lines = request.getOrDefault("If-None-Match", List.of());
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
}
