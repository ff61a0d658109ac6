/// Style sheets written in Sass, which Dart Sass makes into CSS where it is on the machine. Alone
/// starts it.
@NullMarked
package dev.levee.sass;

import org.jspecify.annotations.NullMarked;
