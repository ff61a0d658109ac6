package dev.levee.markdown;

import dev.levee.problem.Location;

/// A fenced code block.
///
/// @param code what stands between the fences; ends with a line end unless it is empty
/// @param infoString what follows the opening fence
/// @param at where the block starts
public record CodeBlock(String code, String infoString, Location at) {

  public CodeInfo info() {
    return CodeInfo.parse(infoString);
  }
}
