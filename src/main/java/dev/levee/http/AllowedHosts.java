package dev.levee.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hosts by whose names the preview answers. A page of another site can have its own name lead
/// to this machine and would then read the preview as if it were its own ("DNS rebinding"); the
/// name is what tells its requests from others.
final class AllowedHosts {

  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?");

  private final boolean open;
  private final Set<String> own;

  /// Browsers name the same host in each request.
  private volatile String lastAllowed = "";

  private AllowedHosts(boolean open, Set<String> own) {
    this.open = open;
    this.own = own;
  }

  /// The hosts of a server that listens at an address: whatever means this very machine, and where
  /// others are let in, also any address in digits, names in `.local` and the machine's own name.
  static AllowedHosts of(InetSocketAddress address) {
    if (address.getAddress().isLoopbackAddress()) {
      return new AllowedHosts(false, Set.of());
    }
    String bound = address.getHostString().toLowerCase(Locale.ROOT);
    return new AllowedHosts(
        true, nameOfMachine().map(name -> Set.of(name, bound)).orElse(Set.of(bound)));
  }

  private static Optional<String> nameOfMachine() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /// Whether a request may be for a host, as it is named by `Host`, with its port or without.
  boolean allow(String authority) {
    if (!authority.isEmpty() && authority.equals(lastAllowed)) {
      return true;
    }
    boolean allowed = isAllowed(authority);
    if (allowed) {
      lastAllowed = authority;
    }
    return allowed;
  }

  private boolean isAllowed(String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return false;
    }
    String host = parts.group(1).toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || (open && (host.endsWith(".local") || own.contains(host)))
        || isAllowedAddress(host);
  }

  private boolean isAllowedAddress(String host) {
    char first = host.isEmpty() ? ' ' : host.charAt(0);
    if (first != '[' && !Character.isDigit(first)) {
      return false;
    }
    try {
      String digits = first == '[' ? host.substring(1, host.length() - 1) : host;
      return InetAddress.ofLiteral(digits).isLoopbackAddress() || open;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
