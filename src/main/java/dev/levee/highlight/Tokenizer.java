package dev.levee.highlight;

/// Finds out what the pieces of a text are; what it says nothing of is plain.
@FunctionalInterface
interface Tokenizer {

  void tokenize(String code, Tokens tokens);
}
