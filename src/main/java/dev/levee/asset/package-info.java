/// Style sheets, scripts and icons of the theme, published under names that carry their content.
@NullMarked
package dev.levee.asset;

import org.jspecify.annotations.NullMarked;
