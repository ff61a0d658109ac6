package dev.levee.highlight;

/// Takes what a tokenizer finds, in the order of the text.
@FunctionalInterface
interface Tokens {

  void token(int start, int end, TokenClass kind);
}
