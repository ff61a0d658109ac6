/// How the site is to be served: media types, headers and redirects in one table, and that table in
/// the form that each host and server reads.
@NullMarked
package dev.levee.deliver;

import org.jspecify.annotations.NullMarked;
