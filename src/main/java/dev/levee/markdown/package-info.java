/// Markdown understood once and rendered as often as wished: headings, links, words and HTML.
///
/// Text is read in three steps: `FragmentParser` lifts the shortcodes out, `BlockParser` reads the
/// blocks of what is left, `Survey` has a `TextReader` read what is within their lines and notes
/// what the site wants to know. `BlockWriter` writes the HTML.
///
/// The only package that knows flexmark, whose tree it uses; no type of it is part of what the
/// package gives.
@NullMarked
package dev.levee.markdown;

import org.jspecify.annotations.NullMarked;
