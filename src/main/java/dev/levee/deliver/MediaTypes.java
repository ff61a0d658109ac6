package dev.levee.deliver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a file is, by the ending of its name.
public final class MediaTypes {

  /// The type of what has no ending that is known.
  public static final String UNKNOWN = "application/octet-stream";

  private static final String UTF_8 = "; charset=utf-8";

  /// Each type with its endings: what newsrooms publish, and whatever servers know by themselves,
  /// in place of which this stands.
  private static final String TABLE =
      """
      text/html html htm shtml
      text/css css
      text/javascript js mjs
      application/json json map
      application/geo+json geojson
      application/manifest+json webmanifest
      application/xml xml
      image/svg+xml svg svgz
      text/plain txt
      text/markdown md
      text/csv csv
      text/vtt vtt
      text/calendar ics
      image/jpeg jpg jpeg jfif jpe
      image/png png
      image/gif gif
      image/webp webp
      image/avif avif
      image/x-icon ico
      image/tiff tif tiff
      font/woff woff
      font/woff2 woff2
      font/ttf ttf
      font/otf otf
      audio/mpeg mp3
      audio/mp4 m4a m4b
      audio/ogg ogg opus oga
      audio/wav wav
      video/mp4 mp4 m4v
      video/webm webm
      application/pdf pdf
      application/zip zip
      application/gzip gz
      application/wasm wasm
      application/octet-stream bin
      application/epub+zip epub
      application/atom+xml atom
      application/rss+xml rss
      application/mathml+xml mml
      text/vnd.sun.j2me.app-descriptor jad
      text/vnd.wap.wml wml
      text/x-component htc
      image/vnd.wap.wbmp wbmp
      image/x-jng jng
      image/bmp bmp
      application/java-archive jar war ear
      application/mac-binhex40 hqx
      application/msword doc
      application/postscript ps eps ai
      application/rtf rtf
      application/vnd.apple.mpegurl m3u8
      application/vnd.google-earth.kml+xml kml
      application/vnd.google-earth.kmz kmz
      application/vnd.ms-excel xls
      application/vnd.ms-fontobject eot
      application/vnd.ms-powerpoint ppt
      application/vnd.oasis.opendocument.graphics odg
      application/vnd.oasis.opendocument.presentation odp
      application/vnd.oasis.opendocument.spreadsheet ods
      application/vnd.oasis.opendocument.text odt
      application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
      application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
      application/vnd.wap.wmlc wmlc
      application/x-7z-compressed 7z
      application/x-cocoa cco
      application/x-java-archive-diff jardiff
      application/x-java-jnlp-file jnlp
      application/x-makeself run
      application/x-perl pl pm
      application/x-pilot prc pdb
      application/vnd.rar rar
      application/x-redhat-package-manager rpm
      application/x-sea sea
      application/x-shockwave-flash swf
      application/x-stuffit sit
      application/x-tcl tcl tk
      application/x-x509-ca-cert der pem crt
      application/x-xpinstall xpi
      application/xhtml+xml xhtml
      application/xspf+xml xspf
      audio/midi mid midi kar
      audio/x-realaudio ra
      video/3gpp 3gpp 3gp
      video/mp2t ts
      video/mpeg mpeg mpg
      video/quicktime mov
      video/x-flv flv
      video/x-mng mng
      video/x-ms-asf asx asf
      video/x-ms-wmv wmv
      video/x-msvideo avi
      audio/aac aac
      audio/flac flac
      audio/webm weba
      video/ogg ogv
      image/heic heic
      image/heif heif
      image/jxl jxl
      application/x-subrip srt
      application/yaml yaml yml
      text/tab-separated-values tsv
      text/vcard vcf
      application/gpx+xml gpx
      application/xslt+xml xsl
      application/ld+json jsonld
      application/x-tar tar
      """;

  private static final Map<String, String> BY_ENDING = byEnding();

  private MediaTypes() {}

  private static Map<String, String> byEnding() {
    Map<String, String> types = new LinkedHashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        types.put(words[i], words[0]);
      }
    }
    return Collections.unmodifiableMap(types);
  }

  /// Every ending that is known, in lower case and without its dot, with the bare type.
  public static Map<String, String> all() {
    return BY_ENDING;
  }

  /// The type of a file, without parameters.
  public static String of(String path) {
    return BY_ENDING.getOrDefault(ending(path), UNKNOWN);
  }

  /// A type as it is sent: that of a text says that it is UTF-8, as all that Levee writes is.
  public static String sent(String type) {
    return isText(type) ? type + UTF_8 : type;
  }

  /// Whether a type is one of text, so that compression gains by it.
  public static boolean isText(String type) {
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
  }

  /// Whether browsers run the scripts in a file of a type as they do in a page. A drawing has a
  /// policy of its own.
  public static boolean mayRunScripts(String type) {
    return type.equals("text/html") || (type.endsWith("xml") && !type.equals("image/svg+xml"));
  }

  /// The ending of a path in lower case and without its dot; empty when there is none.
  static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }
}
