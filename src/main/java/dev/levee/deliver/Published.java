package dev.levee.deliver;

import dev.levee.content.UrlPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the headers of a site depend on.
///
/// @param base the path of the site's URL, without a slash at its end
/// @param addresses where files are served, see [Headers#of]
/// @param mutable addresses that are among the immutable ones and are not
/// @param immutable the addresses whose content is part of their name
/// @param policySources what pages take from where, each a directive and a source, such as `img-src
///   https://example.net`
/// @param serverErrorSources the same of the page for errors of the server
/// @param preloads links to the style sheets that every page asks for
/// @param textOnly the pages that ask for none of them, if there are such
public record Published(
    String base,
    SortedSet<String> addresses,
    SortedSet<String> mutable,
    List<PathPattern> immutable,
    SortedSet<String> policySources,
    SortedSet<String> serverErrorSources,
    List<String> preloads,
    Optional<PathPattern> textOnly) {

  /// Where the lite edition lies in a folder, the others are named by theirs: of more, hosts that
  /// read `_headers` could not be told.
  private static final int MOST_FOLDERS = 20;

  /// What is told of a site by the names of its files. Its page for errors is as the others are.
  ///
  /// @param files every file of the site, without a slash at its start
  /// @param fingerprinted those of them whose content is part of their name
  /// @param styles the style sheets that every page asks for, as files of the site
  public static Published of(
      String base,
      Collection<String> files,
      Collection<String> fingerprinted,
      SortedSet<String> policySources,
      Collection<String> styles) {
    SortedSet<String> addresses = new TreeSet<>();
    files.forEach(file -> addresses.add(address(base, file)));
    SortedSet<String> ours = new TreeSet<>();
    SortedSet<String> folders = new TreeSet<>();
    for (String file : fingerprinted) {
      ours.add(address(base, file));
      folders.add(base + "/" + file.substring(0, file.indexOf('/') + 1));
    }
    Sorting sorting = new Sorting(addresses, ours);
    folders.forEach(sorting::sort);
    return new Published(
        base,
        addresses,
        sorting.mutable,
        sorting.immutable,
        policySources,
        policySources,
        styles.stream().map(style -> UrlPath.encoded(base + "/" + style)).toList(),
        Optional.empty());
  }

  /// The same with a page for errors that takes other things.
  public Published withServerError(Collection<String> sources) {
    return new Published(
        base,
        addresses,
        mutable,
        immutable,
        policySources,
        new TreeSet<>(sources),
        preloads,
        textOnly);
  }

  /// The same with pages that ask for no style sheet. In a site of too many folders none is fetched
  /// before its page.
  ///
  /// @param folder where they lie, from the site's root on, such as `/lite`
  public Published withTextOnly(String folder) {
    Set<String> folders = new HashSet<>();
    for (String address : addresses) {
      if (address.endsWith("/")) {
        folders.add(address.substring(0, address.indexOf('/', base.length() + 1) + 1));
      }
    }
    return new Published(
        base,
        addresses,
        mutable,
        immutable,
        policySources,
        serverErrorSources,
        folders.size() > MOST_FOLDERS ? List.of() : preloads,
        Optional.of(new PathPattern(base + folder + "/", true, "")));
  }

  /// The address of a file: that of an `index.html` is its folder.
  static String address(String base, String file) {
    boolean index = file.equals("index.html") || file.endsWith("/index.html");
    int end = file.length() - (index ? "index.html".length() : 0);
    return base + "/" + file.substring(0, end);
  }

  /// Sorts addresses into those that lie among what is fingerprinted without being so, and patterns
  /// for the rest: a folder as a whole where little else is in it, else what is directly in it one
  /// by one and its folders likewise.
  private static final class Sorting {

    private final SortedSet<String> addresses;
    private final SortedSet<String> ours;
    private final SortedSet<String> mutable = new TreeSet<>();
    private final List<PathPattern> immutable = new ArrayList<>();

    Sorting(SortedSet<String> addresses, SortedSet<String> ours) {
      this.addresses = addresses;
      this.ours = ours;
    }

    void sort(String folder) {
      SortedSet<String> here = within(folder, ours);
      if (here.isEmpty()) {
        return;
      }
      SortedSet<String> others = new TreeSet<>(within(folder, addresses));
      others.removeAll(here);
      List<String> files = new ArrayList<>();
      SortedSet<String> folders = new TreeSet<>();
      for (String address : here) {
        int slash = address.indexOf('/', folder.length());
        if (slash < 0) {
          files.add(address);
        } else {
          folders.add(address.substring(0, slash + 1));
        }
      }
      if (others.size() <= files.size()) {
        mutable.addAll(others);
        immutable.add(new PathPattern(folder, true, ""));
      } else {
        files.forEach(address -> immutable.add(new PathPattern(address, false, "")));
        folders.forEach(this::sort);
      }
    }

    private static SortedSet<String> within(String folder, SortedSet<String> addresses) {
      return addresses.subSet(folder, folder + Character.MAX_VALUE);
    }
  }
}
