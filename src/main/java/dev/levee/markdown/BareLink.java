package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/// An address that stands in the text without any mark.
final class BareLink extends Node {

  private final String scheme;

  /// @param scheme what the destination has before the text: `http://`, `mailto:` or nothing
  BareLink(BasedSequence chars, String scheme) {
    super(chars);
    this.scheme = scheme;
  }

  String destination() {
    return scheme + getChars();
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
