package dev.levee.highlight;

/// What a piece of code is, and the class that style sheets know it by.
public enum TokenClass {
  KEYWORD("k", "a keyword"),
  STRING("s", "a string, a character, a regular expression"),
  COMMENT("c", "a comment"),
  NUMBER("n", "a number, a date, and constants such as `true`"),
  FUNCTION("f", "a function or a command"),
  TYPE("t", "a type, a tag, a table"),
  VARIABLE("v", "a variable"),
  OPERATOR("o", "an operator"),
  ATTRIBUTE("a", "an attribute, a key, an option"),
  META("m", "an annotation, a directive, an entity, a prompt"),
  INSERTED("i", "an inserted line"),
  DELETED("d", "a deleted line");

  private final String cssClass;
  private final String meaning;

  TokenClass(String cssClass, String meaning) {
    this.cssClass = cssClass;
    this.meaning = meaning;
  }

  public String cssClass() {
    return cssClass;
  }

  public String meaning() {
    return meaning;
  }
}
