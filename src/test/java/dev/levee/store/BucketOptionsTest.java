package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.config.PublishTarget;
import dev.levee.config.PublishTarget.Container;
import dev.levee.config.PublishTarget.GoogleBucket;
import dev.levee.config.PublishTarget.RemoteFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the environment and the settings come to, without anybody being asked.
class BucketOptionsTest {

  private static final GoogleBucket GOOGLE = new GoogleBucket("b", "p");

  private static BucketOptions options(String endpoint, Map<String, String> environment) {
    PublishTarget target =
        new PublishTarget("t", "the target", GOOGLE, "", endpoint, 5, 30, 10, false, List.of());
    return new BucketOptions(target, environment);
  }

  @Test
  void googlesFileOfCredentialsIsNamed(@TempDir Path temp) throws Exception {
    String file = Files.writeString(temp.resolve("key.json"), "{}").toString();
    assertThat(options("", Map.of("GOOGLE_APPLICATION_CREDENTIALS", file)).google(GOOGLE))
        .isEqualTo(Map.of("bucket", "b", "root", "/p", "credential_path", file));
    assertThatThrownBy(
            () -> options("", Map.of("GOOGLE_APPLICATION_CREDENTIALS", file + "x")).google(GOOGLE))
        .hasMessage("the file that GOOGLE_APPLICATION_CREDENTIALS names cannot be read");
  }

  @Test
  void anEmulatorIsToldNoCredentials() throws Exception {
    Map<String, String> said =
        Map.of("STORAGE_EMULATOR_HOST", "127.0.0.1:9", "CLOUDSDK_AUTH_ACCESS_TOKEN", "hush");
    assertThat(options("https://a.b", said).google(GOOGLE))
        .doesNotContainKey("token")
        .containsEntry("endpoint", "http://127.0.0.1:9")
        .containsEntry("allow_anonymous", "true")
        .containsEntry("disable_config_load", "true");
  }

  @Test
  void azuresAccountIsWhatTheSettingsSayBeforeTheEnvironment() throws Exception {
    Map<String, String> said = Map.of("AZURE_STORAGE_ACCOUNT", "theirs", "AZURE_STORAGE_KEY", "k");
    assertThat(options("", said).azure(new Container("ours", "c", "")))
        .isEqualTo(
            Map.of(
                "container", "c",
                "root", "/",
                "account_name", "ours",
                "account_key", "k",
                "endpoint", "https://ours.blob.core.windows.net"));
    assertThat(options("", said).azure(new Container("", "c", "")))
        .containsEntry("endpoint", "https://theirs.blob.core.windows.net");
    assertThat(
            options("https://ours.blob.core.chinacloudapi.cn", said)
                .azure(new Container("ours", "c", "")))
        .containsEntry("endpoint", "https://ours.blob.core.chinacloudapi.cn");
    assertThatThrownBy(
            () -> options("", Map.of("AZURE_STORAGE_KEY", "k")).azure(new Container("", "c", "")))
        .hasMessageContaining("set 'account' in the settings, or AZURE_STORAGE_ACCOUNT");
  }

  @Test
  void azuresConnectionStringSaysAll() throws Exception {
    String text =
        "DefaultEndpointsProtocol=https;AccountName=high;AccountKey=a+/b==;EndpointSuffix=core.x.net";
    assertThat(
            options("", Map.of("AZURE_STORAGE_CONNECTION_STRING", text))
                .azure(new Container("", "c", "")))
        .containsEntry("account_key", "a+/b==")
        .containsEntry("endpoint", "https://high.blob.core.x.net");
    Map<String, String> shared =
        Map.of(
            "AZURE_STORAGE_CONNECTION_STRING",
            "BlobEndpoint=https://h.z;SharedAccessSignature=?sv=1&sig=s%3D");
    assertThat(options("", shared).azure(new Container("", "c", "")))
        .containsEntry("sas_token", "sv=1&sig=s%3D")
        .containsEntry("endpoint", "https://h.z")
        .doesNotContainKey("account_key");
  }

  @Test
  void sshAsksNobodyAndKnowsItsHosts() {
    RemoteFolder folder = new RemoteFolder("deploy", "example.org", 2222, "/srv");
    List<String> command = new Ssh("t", folder, Map.of("LEVEE_SSH_CONFIG", "ci/ssh")).command();
    assertThat(command)
        .startsWith("ssh", "-F", "ci/ssh")
        .contains("BatchMode=yes", "StrictHostKeyChecking=yes", "ForwardAgent=no")
        .endsWith("-p", "2222", "-l", "deploy", "-s", "--", "example.org", "sftp");
    assertThat(new Ssh("t", new RemoteFolder("", "h", 0, "/srv"), Map.of()).command())
        .doesNotContain("-F", "-p", "-l");
  }
}
