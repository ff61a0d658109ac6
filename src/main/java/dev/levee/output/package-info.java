/// What a build writes, and the order in which it is written: a plan of puts and deletes that may
/// be cut short anywhere without a page that points at nothing.
@NullMarked
package dev.levee.output;

import org.jspecify.annotations.NullMarked;
