/// Says which files have changed, shortly after they have.
@NullMarked
package dev.levee.watch;

import org.jspecify.annotations.NullMarked;
