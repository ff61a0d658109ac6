package dev.levee.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// A server that speaks S3 on this machine, keeps buckets in memory and counts what it is asked.
final class S3Server implements AutoCloseable {

  static final String KEY = "AKIDEXAMPLE";
  static final String SECRET = "a secret that nobody prints";

  private final Counting buckets;
  private final S3Proxy server;

  private S3Server(Counting buckets, S3Proxy server) {
    this.buckets = buckets;
    this.server = server;
  }

  static S3Server start(String bucket) throws Exception {
    return start(0, List.of(bucket));
  }

  /// @param delay how many milliseconds each request waits
  private static S3Server start(int delay, List<String> names) throws Exception {
    BlobStore memory = new TransientNio2BlobStore();
    names.forEach(memory::createContainer);
    Counting counting = new Counting(memory, delay);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(counting)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();
    server.start();
    return new S3Server(counting, server);
  }

  /// Serves buckets, whose names follow a delay, until its input ends; for each line of it, says
  /// what was asked since the line before.
  public static void main(String[] args) throws Exception {
    List<String> names = List.of(args).subList(1, args.length);
    try (S3Server server = start(Integer.parseInt(args[0]), names);
        Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
      System.out.println(server.url());
      while (lines.hasNextLine()) {
        lines.nextLine();
        JsonObjectBuilder said = Json.createObjectBuilder();
        server.requests().forEach(said::add);
        System.out.println(said.build());
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /// How often each thing was asked since this was last called.
  Map<String, Integer> requests() {
    Map<String, Integer> counts = new TreeMap<>(buckets.counts);
    buckets.counts.clear();
    return counts;
  }

  /// What is said with an object.
  HeadObjectResponse head(String bucket, String path) {
    return buckets
        .delegate()
        .blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(path).build());
  }

  /// An object as somebody else would put it.
  void meddle(String bucket, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buckets
        .delegate()
        .putBlob(
            PutObjectRequest.builder()
                .bucket(bucket)
                .key(path)
                .contentLength((long) bytes.length)
                .build(),
            new ByteArrayInputStream(bytes));
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  private static final class Counting extends ForwardingBlobStore {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    private final int delay;

    Counting(BlobStore store, int delay) {
      super(store);
      this.delay = delay;
    }

    private void count(String what) {
      counts.merge(what, 1, Integer::sum);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
      count("list");
      return super.list(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
      count("put");
      return super.putBlob(request, body);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
      count("copy");
      return super.copyBlob(request);
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
      count("head");
      return super.blobMetadata(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
      count("get");
      return super.getBlob(request);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
      count("delete");
      return super.removeBlob(request);
    }
  }
}
