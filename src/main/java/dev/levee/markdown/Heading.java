package dev.levee.markdown;

/// A heading of a document.
///
/// @param level 1 to 6
/// @param id the fragment that links to it; unique in its document
/// @param text its plain text
public record Heading(int level, String id, String text) {}
