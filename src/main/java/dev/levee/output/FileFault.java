package dev.levee.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says what could not be done to which file, which the system's own exceptions often do not.
final class FileFault {

  private FileFault() {}

  static IOException of(String whatFailed, IOException cause) {
    return new IOException("cannot " + whatFailed + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException e -> "permission denied";
      case NoSuchFileException e -> "no such file";
      case DirectoryNotEmptyException e -> "the folder is not empty";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }
}
