/// Programs that are on some machines and not on others: where they are, and one run of one.
@NullMarked
package dev.levee.program;

import org.jspecify.annotations.NullMarked;
