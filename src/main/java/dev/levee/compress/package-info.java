/// Compressed forms of what the site publishes, made once for each content; alone uses Brotli.
@NullMarked
package dev.levee.compress;

import org.jspecify.annotations.NullMarked;
