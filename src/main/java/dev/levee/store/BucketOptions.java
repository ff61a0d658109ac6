package dev.levee.store;

import dev.levee.config.PublishTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What OpenDAL is told of a bucket, by OpenDAL's names. Secrets are among it.
///
/// @param environment where credentials are looked for, as the tools of each store do
record BucketOptions(PublishTarget target, Map<String, String> environment) {

  /// With one of these OpenDAL logs in by itself.
  private static final List<String> AZURE_LOGIN =
      List.of(
          "AZURE_FEDERATED_TOKEN_FILE",
          "AZURE_CLIENT_SECRET",
          "AZBLOB_ACCOUNT_KEY",
          "AZBLOB_ENDPOINT");

  private static final int ANSWER_MILLIS = 1000;

  private String said(String variable) {
    return environment.getOrDefault(variable, "");
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static void put(Map<String, String> options, String key, String value) {
    if (!value.isEmpty()) {
      options.put(key, value);
    }
  }

  private static Map<String, String> in(String prefix) {
    Map<String, String> options = new HashMap<>();
    options.put("root", "/" + prefix);
    return options;
  }

  Map<String, String> s3(PublishTarget.Bucket bucket) {
    Map<String, String> options = in(bucket.prefix());
    options.put("bucket", bucket.bucket());
    put(options, "access_key_id", said("AWS_ACCESS_KEY_ID"));
    put(options, "secret_access_key", said("AWS_SECRET_ACCESS_KEY"));
    put(options, "session_token", said("AWS_SESSION_TOKEN"));
    put(options, "endpoint", first(target.endpoint(), said("AWS_ENDPOINT_URL")));
    String usual = first(said("AWS_REGION"), first(said("AWS_DEFAULT_REGION"), "us-east-1"));
    put(options, "region", first(target.region(), usual));
    if (said("AWS_EC2_METADATA_DISABLED").equalsIgnoreCase("true")) {
      options.put("disable_ec2_metadata", "true");
    }
    return options;
  }

  /// An emulator is spoken to without credentials, as Google's own tools do.
  ///
  /// @throws StoreException when the file of credentials is not there
  Map<String, String> google(PublishTarget.GoogleBucket bucket) throws StoreException {
    Map<String, String> options = in(bucket.prefix());
    options.put("bucket", bucket.bucket());
    put(options, "endpoint", target.endpoint());
    String emulator = said("STORAGE_EMULATOR_HOST");
    String token = said("CLOUDSDK_AUTH_ACCESS_TOKEN");
    String file = said("GOOGLE_APPLICATION_CREDENTIALS");
    if (!emulator.isEmpty()) {
      options.put("endpoint", emulator.contains("://") ? emulator : "http://" + emulator);
      options.put("allow_anonymous", "true");
      options.put("disable_config_load", "true");
      options.put("disable_vm_metadata", "true");
    } else if (!token.isEmpty()) {
      options.put("token", token);
    } else if (!file.isEmpty()) {
      if (!Files.isReadable(Path.of(file))) {
        throw new StoreException(
            "the file that GOOGLE_APPLICATION_CREDENTIALS names cannot be read", false, null);
      }
      options.put("credential_path", file);
    }
    if (said("NO_GCE_CHECK").equalsIgnoreCase("true")) {
      options.put("disable_vm_metadata", "true");
    }
    return options;
  }

  /// @throws StoreException when it is not said whose container it is
  Map<String, String> azure(PublishTarget.Container container) throws StoreException {
    Map<String, String> said = connectionString();
    String account =
        first(
            container.account(),
            first(said("AZURE_STORAGE_ACCOUNT"), said.getOrDefault("AccountName", "")));
    Map<String, String> options = in(container.prefix());
    options.put("container", container.container());
    put(options, "account_name", account);
    put(
        options,
        "account_key",
        first(said("AZURE_STORAGE_KEY"), said.getOrDefault("AccountKey", "")));
    put(
        options,
        "sas_token",
        first(said("AZURE_STORAGE_SAS_TOKEN"), said.getOrDefault("SharedAccessSignature", ""))
            .replaceFirst("^\\?", ""));
    String endpoint = first(target.endpoint(), said.getOrDefault("BlobEndpoint", ""));
    if (endpoint.isEmpty() && account.isEmpty()) {
      throw new StoreException(
          "whose container "
              + target.url()
              + " is, is not said: set 'account' in the settings, or AZURE_STORAGE_ACCOUNT",
          false,
          null);
    }
    if (!options.containsKey("account_key")
        && !options.containsKey("sas_token")
        && AZURE_LOGIN.stream().allMatch(variable -> said(variable).isEmpty())
        && !isOnAzure()) {
      throw new StoreException(
          "there are no credentials for " + target.url() + ": " + ObjectService.AZURE.remedy(),
          false,
          null);
    }
    String suffix = said.getOrDefault("EndpointSuffix", "core.windows.net");
    String protocol = said.getOrDefault("DefaultEndpointsProtocol", "https");
    options.put("endpoint", first(endpoint, protocol + "://" + account + ".blob." + suffix));
    return options;
  }

  /// Whether this is a machine of Azure's that has an identity. OpenDAL would wait for minutes.
  private static boolean isOnAzure() {
    try (Socket identity = new Socket()) {
      identity.connect(new InetSocketAddress("169.254.169.254", 80), ANSWER_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Map<String, String> connectionString() {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : said("AZURE_STORAGE_CONNECTION_STRING").split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parts;
  }
}
