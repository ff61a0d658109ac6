/// Pictures made of pixels: what their files say of themselves, what of that is nobody's business,
/// and the way from one file to a smaller one. Alone uses ImageIO.
@NullMarked
package dev.levee.raster;

import org.jspecify.annotations.NullMarked;
