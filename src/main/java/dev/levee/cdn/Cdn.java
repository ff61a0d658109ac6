package dev.levee.cdn;

import java.io.IOException;
import java.util.List;

/// A cache between readers and a target.
///
/// Every method that asks it for something throws a [dev.levee.store.StoreException] when it says
/// no or does not answer.
public interface Cdn {

  /// The cache as messages call it.
  String name();

  /// How many addresses it is asked to forget one by one; of more it is asked to forget all.
  int most();

  /// Asks it to forget what it keeps of some addresses.
  ///
  /// @param addresses paths on the host of the site, percent-encoded, each with a slash at its
  ///   start
  void forget(List<String> addresses) throws IOException;

  /// Asks it to forget everything.
  void forgetAll() throws IOException;
}
