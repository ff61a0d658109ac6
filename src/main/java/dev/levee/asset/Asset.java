package dev.levee.asset;

/// A file of the theme that is published.
///
/// @param name what templates call it, such as `css/main.css`
/// @param path where it is published, without a slash at its start; carries a fingerprint
public record Asset(String name, String path) {}
