/// One file understood: its front matter with types, where its body starts, and the data beside it.
@NullMarked
package dev.levee.content;

import org.jspecify.annotations.NullMarked;
