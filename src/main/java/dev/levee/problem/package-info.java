/// What an author did wrong, as a value: stable codes, severities and places in files.
@NullMarked
package dev.levee.problem;

import org.jspecify.annotations.NullMarked;
