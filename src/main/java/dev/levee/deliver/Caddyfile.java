package dev.levee.deliver;

import dev.levee.deliver.Headers.Rule;
import dev.levee.deliver.Redirects.Redirect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table in the form that Caddy reads, to be imported into the block of the site, beside the
/// `root` that holds it.
public final class Caddyfile {

  private static final String HEAD =
      """
      # Written by Levee, and again by each build: change levee.yaml instead.
      """;

  private final Headers table;
  private final Redirects redirects;
  private final StringBuilder text = new StringBuilder(HEAD);

  private Caddyfile(Headers table, Redirects redirects) {
    this.table = table;
    this.redirects = redirects;
  }

  /// The file as text.
  public static String text(Headers table, Redirects redirects) {
    return new Caddyfile(table, redirects).text();
  }

  private String text() {
    text.append("route {\n");
    redirects();
    headers();
    fileServer("\t");
    text.append("}\n");
    text.append("handle_errors {\n");
    text.append("\t@levee_fault expression {err.status_code} >= 500\n");
    errorPage("@levee_fault ", table.base() + Headers.SERVER_ERROR);
    errorPage("", table.base() + Headers.NOT_FOUND);
    text.append("}\n");
    return text.toString();
  }

  /// A page in place of what cannot be sent.
  ///
  /// @param matcher which errors it is for; empty for those that are left
  private void errorPage(String matcher, String address) {
    text.append("\thandle ").append(matcher).append("{\n");
    text.append("\t\trewrite * ").append(quoted(address)).append('\n');
    Map<String, String> headers = new LinkedHashMap<>();
    // what was said of the address that failed would stay otherwise
    table.names().forEach(name -> headers.put(name, ""));
    headers.putAll(table.of(address));
    headers.forEach((name, value) -> {
      text.append("\t\theader ").append(value.isEmpty() ? "-" : "").append(name);
      text.append(value.isEmpty() ? "" : " " + quoted(value)).append('\n');
    });
    fileServer("\t\t");
    text.append("\t}\n");
  }

  private void redirects() {
    if (redirects.all().isEmpty()) {
      return;
    }
    text.append("\tmap {path} {levee_moved} {\n");
    for (Redirect redirect : redirects.all()) {
      text.append("\t\t").append(quoted("~^" + PathPattern.quoted(redirect.from()) + "$"));
      text.append(' ').append(quoted(redirect.to().replace("$", "%24"))).append('\n');
    }
    text.append("\t\tdefault -\n\t}\n");
    text.append("\t@levee_moved not vars {levee_moved} -\n");
    text.append("\tredir @levee_moved {levee_moved} ").append(Redirects.STATUS).append('\n');
  }

  /// The first line of the table counts, and in a `route` the last.
  private void headers() {
    List<String> names = new ArrayList<>(table.names());
    names.addFirst(Headers.CONTENT_TYPE);
    int matcher = 0;
    for (String name : names) {
      for (Rule rule : table.rules(name).reversed()) {
        String at = "@levee_" + matcher++;
        text.append('\t').append(at).append(" path_regexp ");
        text.append(quoted(rule.where().regex())).append('\n');
        text.append("\theader ").append(at).append(rule.value().isEmpty() ? " -" : " ");
        text.append(name);
        text.append(rule.value().isEmpty() ? "" : " " + quoted(rule.value())).append('\n');
      }
    }
  }

  private void fileServer(String indent) {
    text.append(indent).append("file_server {\n");
    text.append(indent).append("\tprecompressed br gzip\n");
    text.append(indent).append("\thide .levee ").append(HeadersFile.PATH).append(' ');
    text.append(RedirectsFile.PATH).append('\n');
    text.append(indent).append("}\n");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
