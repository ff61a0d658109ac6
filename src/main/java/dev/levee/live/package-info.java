/// A site in memory that follows its folder, each page of it made when it is asked for.
@NullMarked
package dev.levee.live;

import org.jspecify.annotations.NullMarked;
