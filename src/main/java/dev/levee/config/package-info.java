/// The settings of a site, read from `levee.yaml` and validated once.
@NullMarked
package dev.levee.config;

import org.jspecify.annotations.NullMarked;
