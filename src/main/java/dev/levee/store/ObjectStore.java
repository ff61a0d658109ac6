package dev.levee.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.opendal.Entry;
import org.apache.opendal.ListOptions;
import org.apache.opendal.Metadata;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.OpenDALException.Code;
import org.apache.opendal.Operator;
import org.apache.opendal.WriteOptions;
import org.apache.opendal.WriteOptions.WriteOptionsBuilder;
import org.jspecify.annotations.Nullable;

/// A bucket, spoken to by OpenDAL.
final class ObjectStore implements Store {

  private static final String TEMPORARY = " (temporary) ";

  private final String name;
  private final Operator operator;

  private ObjectStore(String name, Operator operator) {
    this.name = name;
    this.operator = operator;
  }

  /// @param service what OpenDAL calls the kind of the store
  /// @param options as OpenDAL names them; secrets among them are shown nowhere
  static Store open(String name, String service, Map<String, String> options)
      throws StoreException {
    try {
      return new ObjectStore(name, Operator.of(service, options));
    } catch (OpenDALException e) {
      throw fault(name, "open", e);
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
      throw new StoreException(
          "there is no library for object stores on this machine; publish from Linux, macOS or"
              + " Windows on a usual processor",
          false,
          e);
    } catch (NoClassDefFoundError e) {
      throw new StoreException(
          "the library for object stores is not on the class path; publish with ./levee, or put"
              + " lib/publish/* there",
          false,
          e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Listed> list() throws IOException {
    try {
      List<Listed> all = new ArrayList<>();
      for (Entry entry : operator.list("", ListOptions.builder().recursive(true).build())) {
        Metadata metadata = entry.getMetadata();
        if (metadata.isFile()) {
          all.add(new Listed(entry.getPath(), metadata.getContentLength(), tag(metadata)));
        }
      }
      return all;
    } catch (OpenDALException e) {
      throw fault(name, "list", e);
    }
  }

  private static String tag(Metadata metadata) {
    @Nullable String tag = metadata.getEtag();
    return tag == null ? String.valueOf(metadata.getLastModified()) : tag;
  }

  /// The tag is asked for first: should the object change in between, a put that relies on the tag
  /// does not happen.
  @Override
  public Optional<Fetched> get(String path) throws IOException {
    try {
      String tag = tag(operator.stat(path));
      return Optional.of(new Fetched(operator.read(path), tag));
    } catch (OpenDALException e) {
      if (e.getCode() == Code.NotFound) {
        return Optional.empty();
      }
      throw fault(name, "read", e);
    }
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    WriteOptionsBuilder options = WriteOptions.builder();
    headers.forEach((header, value) -> {
      switch (header) {
        case "Content-Type" -> options.contentType(value);
        case "Cache-Control" -> options.cacheControl(value);
        case "Content-Encoding" -> options.contentEncoding(value);
        case "Content-Disposition" -> options.contentDisposition(value);
        default -> throw new IllegalArgumentException(header + " is not kept by stores");
      }
    });
    if (condition.absent()) {
      options.ifNotExists(true);
    } else if (!condition.tag().isEmpty()) {
      options.ifMatch(condition.tag());
    }
    try {
      operator.write(path, bytes, options.build());
    } catch (OpenDALException e) {
      if (String.valueOf(e.getMessage()).contains("NotImplemented") && isMet(path, condition)) {
        put(path, bytes, headers, Condition.NONE);
        return;
      }
      if (e.getCode() == Code.ConditionNotMatch || e.getCode() == Code.AlreadyExists) {
        throw new ConflictException(path);
      }
      throw fault(name, "write", e);
    }
  }

  /// Looks at a condition, for stores that cannot hold it.
  private boolean isMet(String path, Condition condition) throws IOException {
    if (condition.equals(Condition.NONE)) {
      return false;
    }
    Optional<Fetched> there = get(path);
    if (condition.absent()
        ? there.isPresent()
        : there.filter(t -> t.tag().equals(condition.tag())).isEmpty()) {
      throw new ConflictException(path);
    }
    return true;
  }

  @Override
  public void copy(String from, String to) throws IOException {
    try {
      operator.copy(from, to);
    } catch (OpenDALException e) {
      throw fault(name, "copy", e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      operator.delete(path);
    } catch (OpenDALException e) {
      if (e.getCode() != Code.NotFound) {
        throw fault(name, "delete", e);
      }
    }
  }

  @Override
  public void close() {
    operator.close();
  }

  private static StoreException fault(String name, String what, OpenDALException e) {
    String said = String.valueOf(e.getMessage());
    String first = said.lines().findFirst().orElse("");
    boolean temporary = first.contains(TEMPORARY) || e.getCode() == Code.RateLimited;
    String message =
        switch (e.getCode()) {
          case PermissionDenied -> denied(name, said);
          case ConfigInvalid ->
              said.contains("NoSuchBucket")
                  ? "there is no bucket " + name + "; make it, or name another in 'targets'"
                  : "cannot " + what + " in " + name + ": " + reason(first);
          case RateLimited -> name + " asks to be left alone for a while";
          default ->
              said.contains("loading credential")
                  ? denied(name, "no valid credential")
                  : said.contains("send http request")
                      ? "cannot reach " + name + ": " + source(said)
                      : "cannot " + what + " in " + name + ": " + reason(first);
        };
    return new StoreException(message, temporary, e);
  }

  private static String denied(String name, String said) {
    if (said.contains("no valid credential")) {
      return "there are no credentials for "
          + name
          + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE";
    }
    if (said.contains("RequestTimeTooSkewed")) {
      return name + " refuses to talk: the clock of this machine is wrong";
    }
    if (said.contains("SignatureDoesNotMatch") || said.contains("InvalidAccessKeyId")) {
      return name + " does not know these credentials: look at AWS_ACCESS_KEY_ID and its secret";
    }
    return name + " does not let these credentials do that; they need to list, read, write, delete";
  }

  /// What stands behind the arrow: before it are the names of OpenDAL's own.
  private static String reason(String first) {
    int arrow = first.indexOf("=> ");
    return arrow < 0 ? first : first.substring(arrow + 3);
  }

  private static String source(String said) {
    int at = said.indexOf("client error");
    String rest = at < 0 ? "no answer" : said.substring(at);
    return rest.lines().findFirst().orElse("no answer");
  }
}
