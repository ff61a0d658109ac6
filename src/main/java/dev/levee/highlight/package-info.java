/// Code as HTML in which every word says by a class what it is.
///
/// The only package that knows rsyntaxtextarea, none of which is loaded before the first block of
/// code.
@NullMarked
package dev.levee.highlight;

import org.jspecify.annotations.NullMarked;
