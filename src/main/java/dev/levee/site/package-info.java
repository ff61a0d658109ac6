/// The site as a whole: sections, taxonomies, lists, relations, and the table of routes.
@NullMarked
package dev.levee.site;

import org.jspecify.annotations.NullMarked;
