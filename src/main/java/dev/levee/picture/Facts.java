package dev.levee.picture;

import dev.levee.raster.Header;
import dev.levee.raster.RasterFormat;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.Optional;

/// What is known of a picture's file. Another file with the same bytes has the same.
///
/// @param digest the hash of its bytes
/// @param header empty when it cannot be read
/// @param tint its mean colour as `0xRRGGBB`; [#NOT_SEEN] where no pixel was read
/// @param fault why it cannot be used; empty when it can
record Facts(long digest, Optional<Header> header, int tint, String fault) {

  static final int NOT_SEEN = -1;

  static Facts unusable(long digest, String fault) {
    return new Facts(digest, Optional.empty(), NOT_SEEN, fault);
  }

  void pack(Pack pack) {
    pack.fixed(digest).fixed(tint).text(fault);
    pack.optional(
        header,
        h ->
            pack.text(h.format().name())
                .number(h.width())
                .number(h.height())
                .number(h.orientation())
                .flag(h.animated())
                .flag(h.alpha()));
  }

  static Facts unpack(Unpack in) {
    long digest = in.fixed();
    int tint = (int) in.fixed();
    String fault = in.text();
    Optional<Header> header =
        in.flag()
            ? Optional.of(
                new Header(
                    RasterFormat.valueOf(in.text()),
                    in.count(),
                    in.count(),
                    in.count(),
                    in.flag(),
                    in.flag()))
            : Optional.empty();
    return new Facts(digest, header, tint, fault);
  }
}
