package dev.levee.output;

import java.io.IOException;

/// Passes on a number of calls and then fails, as a full disk does.
final class CutTarget implements Target {

  private final Target target;
  private int left;

  CutTarget(Target target, int calls) {
    this.target = target;
    this.left = calls;
  }

  @Override
  public Manifest.Known put(Staged staged) throws IOException {
    use();
    return target.put(staged);
  }

  @Override
  public void delete(OutputPath path) throws IOException {
    use();
    target.delete(path);
  }

  @Override
  public void remember(Manifest manifest) throws IOException {
    use();
    target.remember(manifest);
  }

  private void use() throws IOException {
    if (left-- == 0) {
      throw new IOException("No space left on device");
    }
  }
}
