package dev.levee.store;

import dev.levee.config.PublishTarget.RemoteFolder;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The `ssh` of this machine, which knows keys, agents, hosts and ways to them. It asks nobody
/// anything, and a host whose key it does not know it does not talk to.
///
/// @param name the place as messages call it
/// @param environment what it sees; `LEVEE_SSH_CONFIG` names a file of settings in place of the
///   user's own
record Ssh(String name, RemoteFolder folder, Map<String, String> environment) {

  private static final List<String> OPTIONS =
      List.of(
          "BatchMode=yes",
          "StrictHostKeyChecking=yes",
          "ConnectTimeout=20",
          "ServerAliveInterval=15",
          "ServerAliveCountMax=4",
          "LogLevel=ERROR",
          "ForwardAgent=no",
          "ForwardX11=no",
          "ClearAllForwardings=yes",
          "PermitLocalCommand=no",
          "RemoteCommand=none",
          "RequestTTY=no");

  /// Longer than a healthy server ever thinks.
  private static final Duration SILENCE = Duration.ofSeconds(90);

  /// What is said where there is no such program.
  static final String MISSING = "levee: no ssh";

  /// Starts it so that Ctrl-C ends Levee alone, which gives the lock back over this line first.
  private static final List<String> UNDISTURBED =
      List.of(
          "sh",
          "-c",
          "trap '' INT QUIT HUP; command -v \"$0\" >/dev/null || { echo '"
              + MISSING
              + "' >&2; exit 1; }; exec \"$0\" \"$@\"");

  /// Connects.
  ///
  /// @throws StoreException when that fails
  SftpConnection connect() throws StoreException {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      command.addAll(UNDISTURBED);
    }
    command.addAll(command());
    return SftpConnection.open(name, command, environment, SILENCE);
  }

  List<String> command() {
    List<String> command = new ArrayList<>(List.of("ssh"));
    String config = environment.getOrDefault("LEVEE_SSH_CONFIG", "");
    if (!config.isEmpty()) {
      command.addAll(List.of("-F", config));
    }
    OPTIONS.forEach(option -> command.addAll(List.of("-o", option)));
    if (folder.port() > 0) {
      command.addAll(List.of("-p", String.valueOf(folder.port())));
    }
    if (!folder.user().isEmpty()) {
      command.addAll(List.of("-l", folder.user()));
    }
    command.addAll(List.of("-s", "--", folder.host(), "sftp"));
    return command;
  }
}
