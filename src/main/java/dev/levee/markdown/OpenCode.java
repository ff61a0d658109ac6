package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Block;
import org.jspecify.annotations.Nullable;

/// Blocks whose lines are kept as they are: code and formulas.
abstract class OpenCode extends OpenBlock.Leaf {

  private final StringBuilder lines = new StringBuilder();

  private OpenCode(Block node, int line) {
    super(node, line);
  }

  StringBuilder lines() {
    return lines;
  }

  @Override
  void add(LineCursor line) {
    line.copyRest(lines);
    lastLine(line.number());
  }

  /// Code between two fences.
  static final class Fenced extends OpenCode {

    private final BlockNode.Code node;
    private final char sign;
    private final int length;
    private final int indent;

    private Fenced(BlockNode.Code node, char sign, int length, LineCursor line) {
      super(node, line.number());
      this.node = node;
      this.sign = sign;
      this.length = length;
      this.indent = line.indent();
    }

    /// The block that the line opens; null when it opens none.
    static @Nullable Fenced at(LineCursor line) {
      char sign = line.first();
      int length = 1;
      while (line.first(length) == sign) {
        length++;
      }
      int info = line.next() + length;
      boolean spans = sign == '`' && line.text().substring(info, line.end()).indexOf('`') >= 0;
      if (length < 3 || spans) {
        return null;
      }
      BlockNode.Code node =
          new BlockNode.Code(line.next(), line.text().substring(info, line.end()).strip());
      return new Fenced(node, sign, length, line);
    }

    @Override
    Continuation continues(LineCursor line) {
      lastLine(line.number());
      if (!line.isIndentedCode() && line.first() == sign) {
        int closing = 1;
        while (line.first(closing) == sign) {
          closing++;
        }
        if (closing >= length && line.isBlankFrom(line.next() + closing)) {
          return Continuation.ENDS;
        }
      }
      line.skipColumns(indent);
      return Continuation.TAKES;
    }

    @Override
    void close(BlockParser parser) {
      node.code(lines().toString());
    }
  }

  static final class Indented extends OpenCode {

    private final BlockNode.Code node;

    Indented(LineCursor line) {
      this(new BlockNode.Code(line.next(), ""), line.number());
    }

    private Indented(BlockNode.Code node, int line) {
      super(node, line);
      this.node = node;
    }

    @Override
    Continuation continues(LineCursor line) {
      if (line.isIndentedCode()) {
        line.skipColumns(4);
        return Continuation.TAKES;
      }
      if (line.isBlank()) {
        line.skipIndent();
        return Continuation.TAKES;
      }
      return Continuation.NONE;
    }

    @Override
    void add(LineCursor line) {
      int last = lastLine();
      super.add(line);
      if (line.isBlank()) {
        lastLine(last);
      }
    }

    @Override
    void close(BlockParser parser) {
      StringBuilder code = lines();
      int end = code.length();
      for (int i = end - 1; i >= 0 && (code.charAt(i) == '\n' || isSpace(code, i)); i--) {
        if (code.charAt(i) == '\n') {
          end = i + 1;
        }
      }
      node.code(code.substring(0, end));
    }

    private static boolean isSpace(StringBuilder code, int at) {
      return LineCursor.isSpace(code.charAt(at));
    }
  }

  /// A formula between lines that hold `$$` alone.
  static final class Formula extends OpenCode {

    private final BlockNode.Formula node;

    Formula(LineCursor line) {
      this(new BlockNode.Formula(line.next()), line.number());
    }

    private Formula(BlockNode.Formula node, int line) {
      super(node, line);
      this.node = node;
    }

    static boolean isFence(LineCursor line) {
      return line.first() == '$' && line.first(1) == '$' && line.isBlankFrom(line.next() + 2);
    }

    @Override
    Continuation continues(LineCursor line) {
      lastLine(line.number());
      return isFence(line) ? Continuation.ENDS : Continuation.TAKES;
    }

    @Override
    void close(BlockParser parser) {
      node.tex(lines().toString());
    }
  }
}
