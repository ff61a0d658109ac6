/// The order of the stages: from the files of a site to a report of what was written.
@NullMarked
package dev.levee.build;

import org.jspecify.annotations.NullMarked;
