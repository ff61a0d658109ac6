/// Markdown understood once and rendered as often as wished: headings, links, words and HTML.
///
/// The only package that knows flexmark; no type of it is part of what the package gives.
@NullMarked
package dev.levee.markdown;

import org.jspecify.annotations.NullMarked;
