package dev.levee.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.opendal.Entry;
import org.apache.opendal.ListOptions;
import org.apache.opendal.Metadata;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.OpenDALException.Code;
import org.apache.opendal.Operator;
import org.apache.opendal.WriteOptions;
import org.apache.opendal.WriteOptions.WriteOptionsBuilder;
import org.jspecify.annotations.Nullable;

/// A bucket, spoken to by OpenDAL. Where it holds no conditions on tags there is [ReadBackStore].
final class ObjectStore implements Store {

  /// How long a request may take, and how much longer for the bytes of it: many go over one line at
  /// once, which may be slow.
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final int BYTES_A_MILLI = 3;

  /// How long all requests of a list may take.
  private static final Duration LIST = Duration.ofMinutes(10);

  private static final Patience PATIENCE =
      new Patience(RandomGenerator.getDefault(), Thread::sleep);

  private final ObjectFault faults;
  private final String name;
  private final ObjectService service;
  private final Operator operator;
  private final Duration answer;

  /// For requests, which wait in the library; a thread for each would take longer than many of
  /// them.
  private final Executor threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("store").factory());

  /// The changes that nobody waits for any more.
  private final Set<Future<?>> left = ConcurrentHashMap.newKeySet();

  private int pending;
  private boolean closed;

  private ObjectStore(
      ObjectFault faults, ObjectService service, Operator operator, Duration answer) {
    this.faults = faults;
    this.name = faults.name();
    this.service = service;
    this.operator = operator;
    this.answer = answer;
  }

  /// @param options as OpenDAL names them; secrets among them are shown nowhere
  static Store open(String name, ObjectService service, Map<String, String> options)
      throws StoreException {
    return open(name, service, options, ANSWER);
  }

  /// @param answer how long a small request may take
  static Store open(
      String name, ObjectService service, Map<String, String> options, Duration answer)
      throws StoreException {
    boolean amazon = service == ObjectService.S3 && !options.containsKey("endpoint");
    ObjectFault faults = new ObjectFault(name, service, amazon);
    try {
      return new ObjectStore(faults, service, Operator.of(service.scheme(), options), answer);
    } catch (OpenDALException e) {
      throw faults.of("open", e);
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
  public Set<String> headers() {
    return service.headers();
  }

  @Override
  public boolean listsInOrder() {
    return true;
  }

  /// Each of its lists is tried again by itself, and not once more by whoever wants them all.
  @Override
  public List<Listed> list(boolean wide) throws IOException {
    try {
      List<Listed> all = new ArrayList<>();
      for (Entry entry : new ObjectWalk(this::entries).all(wide)) {
        if (entry.getMetadata().isFile()) {
          all.add(listed(entry.getPath(), entry.getMetadata()));
        }
      }
      return all;
    } catch (StoreException e) {
      throw e.isTemporary() ? new StoreException(String.valueOf(e.getMessage()), false, e) : e;
    }
  }

  private List<Entry> entries(String folder, boolean deep) throws IOException {
    ListOptions options = ListOptions.builder().recursive(deep).build();
    return PATIENCE.with(() -> {
      try {
        return answer(() -> operator.list(folder, options), LIST);
      } catch (OpenDALException e) {
        throw faults.of("list", e);
      }
    });
  }

  private static Listed listed(String path, Metadata metadata) {
    return new Listed(path, metadata.getContentLength(), tag(metadata));
  }

  @Override
  public Optional<Listed> stat(String path) throws IOException {
    try {
      return Optional.of(listed(path, answer(() -> operator.stat(path), answer)));
    } catch (OpenDALException e) {
      if (e.getCode() == Code.NotFound) {
        return Optional.empty();
      }
      throw faults.of("read", e);
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
      Metadata said = answer(() -> operator.stat(path), answer);
      byte[] bytes = answer(() -> operator.read(path), most(said.getContentLength()));
      return Optional.of(new Fetched(bytes, tag(said)));
    } catch (OpenDALException e) {
      if (e.getCode() == Code.NotFound) {
        return Optional.empty();
      }
      throw faults.of("read", e);
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
      act(() -> operator.write(path, bytes, options.build()), most(bytes.length));
    } catch (OpenDALException e) {
      if (String.valueOf(e.getMessage()).contains("NotImplemented") && isMet(path, condition)) {
        put(path, bytes, headers, Condition.NONE);
        return;
      }
      if (isConflict(e, condition)) {
        throw new ConflictException(path);
      }
      throw faults.of("write", e);
    }
  }

  /// Where an object with a tag had to be and none is, some stores say only that.
  private static boolean isConflict(OpenDALException e, Condition condition) {
    boolean gone = e.getCode() == Code.NotFound && !condition.tag().isEmpty();
    return e.getCode() == Code.ConditionNotMatch
        || e.getCode() == Code.AlreadyExists
        || (gone && !String.valueOf(e.getMessage()).contains("NoSuchBucket"));
  }

  /// Looks at a condition, for stores that cannot hold it.
  private boolean isMet(String path, Condition condition) throws IOException {
    if (condition.isForAll()) {
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
  public void copy(String from, String to, long size) throws IOException {
    try {
      if (service.copies()) {
        act(() -> operator.copy(from, to), most(size));
      } else {
        byte[] bytes = answer(() -> operator.read(from), most(size));
        act(() -> operator.write(to, bytes), most(bytes.length));
      }
    } catch (OpenDALException e) {
      throw faults.of("copy", e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      act(() -> operator.delete(path), answer);
    } catch (OpenDALException e) {
      if (e.getCode() != Code.NotFound) {
        throw faults.of("delete", e);
      }
    }
  }

  @Override
  public boolean isSettled() {
    left.removeIf(Future::isDone);
    return left.isEmpty();
  }

  /// What still waits for an answer works with the memory that closing gives back, so it is left to
  /// the end of the process then.
  @Override
  public synchronized void close() {
    if (!closed && pending == 0) {
      operator.close();
    }
    closed = true;
  }

  private synchronized void begin() throws StoreException {
    if (closed) {
      throw new StoreException(name + " was closed", false, null);
    }
    pending++;
  }

  private synchronized void end() {
    pending--;
  }

  private Duration most(long bytes) {
    return answer.plusMillis(bytes / BYTES_A_MILLI);
  }

  private void act(Runnable request, Duration most) throws StoreException {
    FutureTask<?> asked = ask(Executors.callable(request));
    try {
      await(asked, most);
    } finally {
      if (!asked.isDone()) {
        left.add(asked);
      }
    }
  }

  private <T> T answer(Callable<T> request, Duration most) throws StoreException {
    return await(ask(request), most);
  }

  private <T> FutureTask<T> ask(Callable<T> request) throws StoreException {
    begin();
    FutureTask<T> asked =
        new FutureTask<>(() -> {
          try {
            return request.call();
          } finally {
            end();
          }
        });
    threads.execute(asked);
    return asked;
  }

  /// Waits for an answer, though not for ever: OpenDAL itself has no limit.
  private <T> T await(Future<T> asked, Duration most) throws StoreException {
    try {
      return asked.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SilentException(name, most, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OpenDALException said) {
        throw said;
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new StoreException("a file of " + name + " does not fit into memory", false, e);
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the publish was interrupted", false, e);
    }
  }
}
