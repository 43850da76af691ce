package clipdesk.media.ingest;

import clipdesk.cutter.io.ByteSource;
import clipdesk.media.catalogue.StoredObject;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The masters bucket. */
final class S3Uploads implements Uploads {
  private static final int MAX_NAMES = 100;

  private final S3Client s3;
  private final String bucket;

  S3Uploads(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<Description> description(String videoId) {
    try {
      var key = "masters/" + videoId + "/video.json";
      var bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
      return Optional.of(
          new Description(
              bytes.asUtf8String(), Optional.ofNullable(bytes.response().versionId()).orElse("")));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<StoredObject> file(String videoId, String name) {
    var key = "masters/" + videoId + "/" + name;
    try {
      var head = s3.headObject(request -> request.bucket(bucket).key(key));
      return Optional.of(
          new StoredObject(
              key,
              Optional.ofNullable(head.versionId()).orElse(""),
              head.eTag(),
              head.contentLength()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public ByteSource open(StoredObject file) {
    return new S3ByteSource(s3, bucket, file);
  }

  @Override
  public List<String> names(String videoId, String folder) {
    var root = "masters/" + videoId + "/";
    return s3
        .listObjectsV2(list -> list.bucket(bucket).prefix(root + folder).maxKeys(MAX_NAMES))
        .contents()
        .stream()
        .map(object -> object.key().substring(root.length()))
        .toList();
  }
}
