/// What a finished page asks of those who serve it and weighs for those who read it.
@NullMarked
package dev.levee.page;

import org.jspecify.annotations.NullMarked;
