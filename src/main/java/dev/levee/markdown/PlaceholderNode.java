package dev.levee.markdown;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The mark of a slot among the inlines of a tree.
final class PlaceholderNode extends Node {

  private final int slot;

  PlaceholderNode(BasedSequence chars, int slot) {
    super(chars);
    this.slot = slot;
  }

  /// The number of the slot.
  int slot() {
    return slot;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }

  /// Makes the parser see the marks.
  static final class Factory implements InlineParserExtensionFactory {

    @Override
    public CharSequence getCharacters() {
      return String.valueOf(Placeholders.SIGN);
    }

    @Override
    public InlineParserExtension apply(LightInlineParser parser) {
      return new Reader();
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public @Nullable Set<Class<?>> getBeforeDependents() {
      return null;
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }

  private static final class Reader implements InlineParserExtension {

    @Override
    public boolean parse(LightInlineParser parser) {
      BasedSequence input = parser.getInput();
      int start = parser.getIndex();
      int end = Placeholders.markEnd(input, start);
      parser.flushTextNode();
      int slot = Placeholders.number(input, start, end);
      parser.appendNode(new PlaceholderNode(input.subSequence(start, end), slot));
      parser.setIndex(end);
      return true;
    }

    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}
  }
}
