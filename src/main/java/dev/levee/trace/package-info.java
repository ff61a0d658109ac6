/// What a route read while it was rendered, and whether it would read the same again: a verifying
/// trace, see Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte" (2018).
@NullMarked
package dev.levee.trace;

import org.jspecify.annotations.NullMarked;
