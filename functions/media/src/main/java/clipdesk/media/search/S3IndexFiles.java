package clipdesk.media.search;

import clipdesk.common.aws.S3Conditions;
import clipdesk.common.digests.Sha256;
import clipdesk.common.stored.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects {@code index/files/…}, whose names begin with their hashes, and the manifest. */
final class S3IndexFiles implements IndexFiles {
  private static final String MANIFEST = "index/manifest.json";
  private static final String FILES = "index/files/";
  private static final int HASH_BYTES = 16;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

  private final Supplier<S3Client> s3;
  private final String bucket;

  S3IndexFiles(Supplier<S3Client> s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<Stored> manifest() {
    return manifest(_ -> {});
  }

  @Override
  public Optional<Stored> newerThan(String tag) {
    return manifest(get -> get.ifNoneMatch(tag));
  }

  private Optional<Stored> manifest(Consumer<GetObjectRequest.Builder> condition) {
    var get = GetObjectRequest.builder().bucket(bucket).key(MANIFEST);
    condition.accept(get);
    try {
      return Optional.of(stored(s3.get().getObjectAsBytes(get.build())));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_MODIFIED || e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Stored stored(ResponseBytes<GetObjectResponse> bytes) {
    var manifest =
        LeftOut.ifUnreadable("index", MANIFEST, () -> Manifest.read(bytes.asUtf8String()));
    return new Stored(manifest.orElse(Manifest.EMPTY), bytes.response().eTag());
  }

  @Override
  public boolean replace(Manifest manifest, Optional<Stored> before) {
    var put =
        PutObjectRequest.builder().bucket(bucket).key(MANIFEST).contentType("application/json");
    before.ifPresentOrElse(it -> put.ifMatch(it.tag()), () -> put.ifNoneMatch("*"));
    return S3Conditions.hold(
        () -> s3.get().putObject(put.build(), RequestBody.fromString(manifest.json())));
  }

  @Override
  public String keep(Path content, String hint) throws IOException {
    var name = Sha256.hex(Files.readAllBytes(content)).substring(0, 2 * HASH_BYTES) + "-" + hint;
    s3.get()
        .putObject(
            put -> put.bucket(bucket).key(FILES + name).contentType("application/octet-stream"),
            RequestBody.fromFile(content));
    return name;
  }

  @Override
  public void fetch(String name, Path target) throws MissingFileException {
    try {
      s3.get()
          .getObject(
              get -> get.bucket(bucket).key(FILES + name), ResponseTransformer.toFile(target));
    } catch (NoSuchKeyException e) {
      throw new MissingFileException(name);
    }
  }

  @Override
  public void delete(String name) {
    s3.get().deleteObject(delete -> delete.bucket(bucket).key(FILES + name));
  }
}
