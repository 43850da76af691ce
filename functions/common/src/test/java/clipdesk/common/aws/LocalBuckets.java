package clipdesk.common.aws;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Versioned buckets of one test's own on the local stack; gone afterwards with all they hold. */
public final class LocalBuckets implements BeforeAllCallback, AfterAllCallback {
  private static final URI ENDPOINT =
      URI.create(System.getenv().getOrDefault("AWS_ENDPOINT_URL", "http://localhost:4566"));

  private final List<String> names;
  private final S3Client s3 = client().build();

  public LocalBuckets(String... names) {
    this.names = List.of(names);
  }

  /** A client that anybody may be, with further settings to come. */
  public static S3ClientBuilder client() {
    return S3Client.builder()
        .endpointOverride(ENDPOINT)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .forcePathStyle(true);
  }

  public S3Client s3() {
    return s3;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    for (var bucket : names) {
      s3.createBucket(create -> create.bucket(bucket));
      s3.putBucketVersioning(
          put ->
              put.bucket(bucket)
                  .versioningConfiguration(it -> it.status(BucketVersioningStatus.ENABLED)));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    names.forEach(this::delete);
    s3.close();
  }

  private void delete(String bucket) {
    var listed = s3.listObjectVersionsPaginator(list -> list.bucket(bucket));
    listed.versions().forEach(it -> delete(bucket, it.key(), it.versionId()));
    listed.deleteMarkers().forEach(it -> delete(bucket, it.key(), it.versionId()));
    s3.deleteBucket(delete -> delete.bucket(bucket));
  }

  private void delete(String bucket, String key, String versionId) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(versionId));
  }
}
