package dev.levee.publish;

/// A reason not to publish, unless whoever asks names it.
///
/// @param what the name that allows it
/// @param why a sentence without a full stop
public record Refusal(Allowance what, String why) {}
