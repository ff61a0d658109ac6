/// Places for objects, whether a folder, a bucket or a server: what is there, and putting and
/// removing one object at a time. Alone uses OpenDAL, and starts `ssh`.
@NullMarked
package dev.levee.store;

import org.jspecify.annotations.NullMarked;
