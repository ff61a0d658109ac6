package dev.levee.cli;

/// The command line asks for something that cannot be.
final class UsageException extends Exception {
  UsageException(String message) {
    super(message);
  }
}
