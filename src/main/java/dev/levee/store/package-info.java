/// Places for objects, whether a folder or a bucket: what is there, and putting and removing one
/// object at a time. Alone uses OpenDAL.
@NullMarked
package dev.levee.store;

import org.jspecify.annotations.NullMarked;
