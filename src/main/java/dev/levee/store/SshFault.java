package dev.levee.store;

import java.util.Locale;

/// What `ssh` complains of, as Levee says it.
final class SshFault {

  private SshFault() {}

  /// @param words how it begins; may be empty
  static StoreException otherProtocol(String name, String words) {
    String line = words.lines().findFirst().orElse("").strip();
    return new StoreException(
        name
            + " says something that is not SFTP"
            + (line.isEmpty() ? "" : ": '" + line + "'")
            + "; does its shell print something at login?",
        false,
        null);
  }

  /// @param said what ssh wrote before it gave up
  static StoreException of(String name, String said, Throwable cause) {
    if (said.contains("REMOTE HOST IDENTIFICATION HAS CHANGED")) {
      return new StoreException(
          name
              + " has another key than the one that is known of it: it may be another machine."
              + " Nothing was sent; when its key was changed on purpose, correct it in known_hosts",
          false,
          cause);
    }
    if (said.contains("Host key verification failed")) {
      return new StoreException(
          "the key of "
              + name
              + " is not known, so nothing was sent; put the key, as the host's owner says it, into"
              + " known_hosts",
          false,
          cause);
    }
    if (said.contains("Permission denied")) {
      return new StoreException(
          name
              + " does not know these credentials: it takes a key that is in ssh-agent or in"
              + " ~/.ssh, without a passphrase where no agent has it",
          false,
          cause);
    }
    if (said.contains("subsystem request failed")) {
      return new StoreException(name + " lets nobody in by SFTP", false, cause);
    }
    if (said.contains(Ssh.MISSING)) {
      return new StoreException(
          "there is no program 'ssh' on this machine to reach "
              + name
              + " with; install the client of OpenSSH",
          false,
          cause);
    }
    String last = said.lines().map(String::strip).reduce("", (a, b) -> b.isEmpty() ? a : b);
    boolean config = last.toLowerCase(Locale.ROOT).contains("configuration option");
    return new StoreException(
        "cannot reach " + name + ": " + (last.isEmpty() ? "the connection broke" : last),
        !config,
        cause);
  }
}
