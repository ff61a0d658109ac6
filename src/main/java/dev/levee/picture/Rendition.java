package dev.levee.picture;

import dev.levee.content.UrlPath;
import dev.levee.raster.Crop;
import dev.levee.raster.RasterFormat;

/// One smaller picture that is made of a picture.
///
/// @param source the path of the picture below the content folder
/// @param digest the hash of the picture's bytes
/// @param key tells it from every other rendition of every picture
/// @param path where it stands
/// @param maker what makes it, as far as other makers give other bytes
public record Rendition(
    String source,
    long digest,
    String key,
    UrlPath path,
    String maker,
    RasterFormat format,
    Crop part,
    int width,
    int height,
    int quality) {}
