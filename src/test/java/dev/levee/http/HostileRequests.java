package dev.levee.http;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Requests thrown together from pieces of good and bad ones, to which then something happened. The
/// same number gives the same request.
final class HostileRequests {

  private static final String[] METHODS = {
    "GET",
    "GET",
    "GET",
    "GET",
    "GET",
    "HEAD",
    "POST",
    "OPTIONS",
    "CONNECT",
    "TRACE",
    "PRI",
    "get",
    "",
    "G\u0000T",
    "GET\t",
    "\r\n\r\nGET",
    "\u0016\u0003\u0001"
  };

  private static final String[] PLAIN = {"news/", "a", "b.", "index.html", "%20", "?a", "%C3%A9"};

  private static final String[] TARGETS = {
    "..",
    ".",
    "etc/passwd",
    ".levee",
    ".git",
    "%2e",
    "%2E%2e",
    "%252e",
    "%2f",
    "%252f",
    "%5c",
    "\\",
    "%00",
    "\u0000",
    "%0d%0a",
    "\r",
    "\n",
    "\t",
    " ",
    "%20",
    "%c0%ae",
    "%c0%af",
    "%e0%80%af",
    "%ff",
    "\u00c3\u00a9",
    "%C3%A9",
    "\u00ff",
    "%u002e",
    "%",
    "%%",
    "%2",
    "//",
    "///",
    "http://localhost",
    "http://evil.example",
    "http:",
    "https://[::1]",
    "file:///",
    "@",
    ":",
    ":80",
    "?",
    "?a=../..",
    "#",
    ";",
    ";/..;/",
    "*",
    "[",
    "]",
    "|",
    "^",
    "\"",
    "<",
    "~",
    "CON",
    "::$DATA",
    "%e2%80%8b",
    "%EF%BC%8F",
    "%c2%85",
    "%7f",
    "\u0085",
    "..;",
    "..%00/",
    "....//",
    "a".repeat(500),
    "/..".repeat(50),
    "%2e%2e%2f".repeat(9)
  };

  private static final String[] VERSIONS = {
    "HTTP/1.1",
    "HTTP/1.1",
    "HTTP/1.1",
    "HTTP/1.1",
    "HTTP/1.1",
    "HTTP/1.0",
    "HTTP/2.0",
    "HTTP/0.9",
    "HTTP/1.1 ",
    "http/1.1",
    "HTTP/9999999999",
    "ICY",
    "",
    "\u0000"
  };

  private static final String[] HEADERS = {
    "Host: localhost",
    "Host: evil.example",
    "Host: 127.0.0.1:x",
    "Host:",
    "Host: a\u0000b",
    "Host: [",
    "Connection: close",
    "Connection: keep-alive, upgrade",
    "Upgrade: websocket",
    "Upgrade: h2c",
    "Content-Length: 0",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: +5",
    "Content-Length: 5, 5",
    "Content-Length: 99999999999999999999",
    "Content-Length: 9223372036854775807",
    "Content-Length: 0x5",
    "Content-Length:\u000b5",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: gzip, chunked",
    "Transfer-Encoding:\tchunked",
    "Transfer-Encoding: xchunked",
    "Transfer-encoding : chunked",
    "TE: trailers",
    "Expect: 100-continue",
    "Expect: 200-ok",
    "Range: bytes=0-0",
    "Range: bytes=5-2",
    "Range: bytes=-99999999999999999999",
    "Range: bytes=" + "0-,".repeat(900),
    "Range: \u0000",
    "If-Range: \"",
    "If-None-Match: *",
    "If-None-Match: W/\"" + ",\"".repeat(900),
    "Accept-Encoding: gzip;q=" + "0".repeat(2_000),
    "Accept-Encoding: " + "*;".repeat(900),
    "Accept-Encoding: ;q,;=,gzip;q=x",
    "Origin: null",
    "Origin: ://",
    "Referer: ://",
    "Referer:",
    "Sec-Fetch-Site: \u00ff",
    "X-Forwarded-Host: localhost",
    "X-Original-URL: /../..",
    "Cookie: " + "a=b; ".repeat(900),
    " folded",
    "\tfolded",
    ": no name",
    "no colon",
    "N\u0000me: a",
    "Name\u00e9: a",
    "Name: a\u0000b",
    "a".repeat(3_000) + ": b",
    ""
  };

  private static final String[] BODIES = {
    "", "hello", "5\r\nhello\r\n0\r\n\r\n", "5\r\nhel", "-5\r\nhello\r\n0\r\n\r\n", "0\r\n\r\n",
    "ffffffffffffffff\r\na", "7fffffff\r\na", "5;a=\"\r\nhello\r\n", "zz\r\n", "\r\n",
        "5\nhello\n0\n",
    "0\r\nGET /a HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"
  };

  private HostileRequests() {}

  static byte[] request(long number) {
    Random random = new Random(number);
    StringBuilder text = new StringBuilder();
    text.append(one(METHODS, random)).append(' ').append(target(random)).append(' ');
    text.append(one(VERSIONS, random)).append(end(random));
    if (random.nextInt(8) > 0) {
      text.append("Host: localhost").append(end(random));
    }
    for (int n = random.nextInt(4); n > 0; n--) {
      text.append(one(HEADERS, random)).append(end(random));
    }
    text.append(end(random)).append(one(BODIES, random));
    if (random.nextInt(4) == 0) {
      harm(text, random);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String target(Random random) {
    StringBuilder target = new StringBuilder(random.nextInt(8) > 0 ? "/" : "");
    for (int n = random.nextInt(6); n > 0; n--) {
      target.append(one(random.nextInt(3) > 0 ? PLAIN : TARGETS, random));
    }
    return target.toString();
  }

  private static void harm(StringBuilder text, Random random) {
    for (int n = random.nextInt(4); n >= 0; n--) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(20));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(start, end);
        case 1 -> text.insert(start, text.substring(start, end));
        case 2 -> text.insert(start, (char) random.nextInt(256));
        default -> text.setLength(Math.max(start, 1));
      }
    }
  }

  private static String end(Random random) {
    return switch (random.nextInt(150)) {
      case 0 -> "\n";
      case 1 -> "\r";
      case 2 -> "";
      default -> "\r\n";
    };
  }

  private static String one(String[] pieces, Random random) {
    return pieces[random.nextInt(pieces.length)];
  }
}
