package dev.levee.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
    BlobStore memory = new TransientNio2BlobStore();
    memory.createContainer(bucket);
    Counting counting = new Counting(memory);
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(counting)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();
    server.start();
    return new S3Server(counting, server);
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

    Counting(BlobStore store) {
      super(store);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
      counts.merge("list", 1, Integer::sum);
      return super.list(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
      counts.merge("put", 1, Integer::sum);
      return super.putBlob(request, body);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
      counts.merge("copy", 1, Integer::sum);
      return super.copyBlob(request);
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
      counts.merge("head", 1, Integer::sum);
      return super.blobMetadata(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
      counts.merge("get", 1, Integer::sum);
      return super.getBlob(request);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
      counts.merge("delete", 1, Integer::sum);
      return super.removeBlob(request);
    }
  }
}
