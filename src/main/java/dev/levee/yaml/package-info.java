/// YAML as plain data that remembers where in the file each value stands, read within limits.
@NullMarked
package dev.levee.yaml;

import org.jspecify.annotations.NullMarked;
