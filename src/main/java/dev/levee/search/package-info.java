/// The index for search without a server: files from which a page's script finds articles by words.
@NullMarked
package dev.levee.search;

import org.jspecify.annotations.NullMarked;
