/// Files on disk: which there are, what each is for, and their text.
@NullMarked
package dev.levee.source;

import org.jspecify.annotations.NullMarked;
