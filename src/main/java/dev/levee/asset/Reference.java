package dev.levee.asset;

/// A place in a style sheet or script where another file is named.
///
/// @param start where the name begins in the text, without its quotes
/// @param end where it ends
/// @param name what stands there, its escapes resolved
record Reference(int start, int end, String name, Kind kind) {

  enum Kind {
    /// What the file is made of: `@import`, `import`, `export … from`.
    IMPORT,
    /// An import that waits until it is called: `import("./x.js")`.
    LATER,
    /// A file of its own: `url(…)`, `new URL("x", import.meta.url)`.
    LINK
  }
}
