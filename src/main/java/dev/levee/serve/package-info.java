/// The preview of a site: it is made page by page as browsers ask for it, and changes under their
/// eyes.
@NullMarked
package dev.levee.serve;

import org.jspecify.annotations.NullMarked;
