/// Which smaller pictures pages want of the pictures in the content folder, where these stand, and
/// how they come to be: each once, however many pages want it and however many builds there are.
@NullMarked
package dev.levee.picture;

import org.jspecify.annotations.NullMarked;
