package dev.levee.store;

import dev.levee.config.PublishTarget.RemoteFolder;
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

  /// Connects.
  ///
  /// @throws StoreException when that fails
  SftpConnection connect() throws StoreException {
    return SftpConnection.open(name, command(), environment);
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
