package dev.levee.live;

import dev.levee.site.Publication;

/// Why readers of the built site do not see a page.
///
/// @param why a sentence without a full stop
public record HeldBack(Publication.State state, String why) {}
