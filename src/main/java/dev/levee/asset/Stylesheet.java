package dev.levee.asset;

import java.util.Optional;

/// A style sheet as a page takes it in.
///
/// @param path where it is published, without a slash at its start; nothing is there when it stands
///   in the page
/// @param integrity the hash that a browser is to hold it to, where the settings ask for that
/// @param inline its text when it stands in the page, with [#TO_ASSETS] before addresses of assets
public record Stylesheet(String path, Optional<String> integrity, Optional<String> inline) {

  /// Stands in the text for the address of the folder of assets.
  public static final String TO_ASSETS = Made.TO_ASSETS;
}
