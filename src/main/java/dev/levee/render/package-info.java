/// Pages from templates: where templates are found, what they see, and what goes wrong in them.
@NullMarked
package dev.levee.render;

import org.jspecify.annotations.NullMarked;
