/// The command line: commands, options, exit codes, and how problems and progress are shown.
@NullMarked
package dev.levee.cli;

import org.jspecify.annotations.NullMarked;
