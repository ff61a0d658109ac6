package dev.levee.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the site is served, as the settings say.
///
/// @param hsts whether browsers are told to take `https` alone from now on
/// @param policy what the Content-Security-Policy allows beyond what pages ask for, by directive
/// @param paths headers by path pattern and name; an empty value takes a header away
/// @param precompress whether compressed variants are written
/// @param servers the servers whose configuration is written
/// @param budget the most bytes that the first view of a page may have; nothing when none is set
public record Hosting(
    boolean hsts,
    Map<String, List<String>> policy,
    Map<String, Map<String, String>> paths,
    boolean precompress,
    List<String> servers,
    @Nullable Budget budget) {

  /// The servers for which a configuration can be written.
  public static final List<String> SERVERS = List.of("nginx", "caddy");

  public Hosting {
    policy = Collections.unmodifiableMap(new LinkedHashMap<>(policy));
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    servers = List.copyOf(servers);
  }

  /// The most bytes that the first view of a page may have on a telephone, before compression;
  /// [Long#MAX_VALUE] for what may have any.
  public record Budget(long html, long css, long js, long pictures) {}
}
