/// HTTP for a preview: who may ask, what is asked for, and how it is sent. What stands at a path
/// others know.
@NullMarked
package dev.levee.http;

import org.jspecify.annotations.NullMarked;
