package clipdesk.media.ingest;

import clipdesk.common.aws.S3ByteSource;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
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
    var key = MasterKeys.description(videoId);
    try {
      return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key), S3Uploads::description));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<StoredObject> file(String videoId, String name) {
    var key = MasterKeys.file(videoId, name);
    try {
      var head = s3.headObject(request -> request.bucket(bucket).key(key));
      return Optional.of(
          new StoredObject(key, version(head.versionId()), head.eTag(), head.contentLength()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> sha256(StoredObject file) {
    var head =
        s3.headObject(
            request ->
                request
                    .bucket(bucket)
                    .key(file.key())
                    .ifMatch(file.etag())
                    .checksumMode(ChecksumMode.ENABLED));
    // Of a file in parts S3 has a hash of hashes, which is written "hash-parts".
    return Optional.ofNullable(head.checksumSHA256())
        .filter(base64 -> !base64.contains("-"))
        .map(base64 -> HexFormat.of().formatHex(Base64.getDecoder().decode(base64)));
  }

  @Override
  public ByteSource open(StoredObject file) {
    return new S3ByteSource(
        s3,
        new S3ByteSource.Version(
            bucket, file.key(), Optional.of(file.versionId()), file.etag(), file.sizeBytes()));
  }

  @Override
  public List<String> names(String videoId, String folder) {
    var root = MasterKeys.file(videoId, "");
    return s3
        .listObjectsV2(list -> list.bucket(bucket).prefix(root + folder).maxKeys(MAX_NAMES))
        .contents()
        .stream()
        .map(object -> object.key().substring(root.length()))
        .toList();
  }

  /**
   * The template's bucket gives every object one; what is taken in is that version and no other.
   */
  private static String version(String id) {
    return Optional.ofNullable(id)
        .orElseThrow(() -> new IllegalStateException("The masters bucket keeps no versions"));
  }

  /** Whatever was uploaded under this name, its bytes are only fetched if they may be enough. */
  private static Description description(GetObjectResponse response, AbortableInputStream bytes)
      throws IOException {
    var versionId = version(response.versionId());
    if (response.contentLength() > MAX_DESCRIPTION_BYTES) {
      bytes.abort();
      return new Description(new byte[0], response.contentLength(), versionId);
    }
    return new Description(bytes.readAllBytes(), response.contentLength(), versionId);
  }
}
