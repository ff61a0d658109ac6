/// The files that machines read and no template writes: feeds, sitemaps, robots and redirects.
@NullMarked
package dev.levee.feed;

import org.jspecify.annotations.NullMarked;
