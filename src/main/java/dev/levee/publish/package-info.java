/// Publishing a built site to a store: what stands there, what changes, and the order in which it
/// does, so that a reader never gets a page whose files are gone.
@NullMarked
package dev.levee.publish;

import org.jspecify.annotations.NullMarked;
