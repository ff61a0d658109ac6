/// Caches between readers and what is published: told which addresses say something else now. Alone
/// uses Java's HTTP client.
@NullMarked
package dev.levee.cdn;

import org.jspecify.annotations.NullMarked;
