package dev.levee.publish;

import dev.levee.output.OutputPath;
import java.io.IOException;
import java.util.Collection;

/// A site that is to stand at a target.
public interface Offer {

  /// The paths of its files, as far as they are known already.
  Collection<OutputPath> paths();

  /// The site, once it was looked at.
  ///
  /// @throws IOException when it cannot be published
  Candidate candidate() throws IOException;
}
