package clipdesk.common.aws;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One exact version of a file, such as a master or its index, read by ranges that are all
 * conditional on its ETag. What S3 answers is held against what was asked for: range, length and
 * size of the whole.
 */
public final class S3ByteSource implements ByteSource {
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final Version version;

  /**
   * What to read.
   *
   * @param versionId empty in a bucket that keeps no versions
   */
  public record Version(
      String bucket, String key, Optional<String> versionId, String etag, long sizeBytes) {}

  public S3ByteSource(S3Client s3, Version version) {
    this.s3 = s3;
    this.version = version;
  }

  @Override
  public long sizeBytes() {
    return version.sizeBytes();
  }

  @Override
  public String identity() {
    return version.etag();
  }

  /**
   * {@inheritDoc}
   *
   * @throws SourceChangedException if S3 does not have that version, or has another under its name
   */
  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    int length = into.remaining();
    requireInside(offset, length);
    if (length == 0) {
      return;
    }
    var range = "bytes=%d-%d".formatted(offset, offset + length - 1);
    try (var in = s3.getObject(request(range))) {
      if (!rangeSent(in.response()).equals(Optional.of(range + "/" + sizeBytes()))) {
        in.abort();
        throw new IOException("S3 answered %s with another range".formatted(range));
      }
      int at = into.arrayOffset() + into.position();
      if (in.readNBytes(into.array(), at, length) != length || in.read() >= 0) {
        in.abort();
        throw new IOException("S3 answered %s with another length".formatted(range));
      }
      into.position(into.limit());
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == NOT_FOUND) {
        throw new SourceChangedException(version.key(), e);
      }
      throw new IOException("Cannot read " + range + " of " + version.key(), e);
    } catch (SdkException e) {
      throw new IOException("Cannot read " + range + " of " + version.key(), e);
    }
  }

  private GetObjectRequest request(String range) {
    var get =
        GetObjectRequest.builder()
            .bucket(version.bucket())
            .key(version.key())
            .ifMatch(version.etag())
            .range(range);
    version.versionId().ifPresent(get::versionId);
    return get.build();
  }

  /** As it was asked for: the answer has a space where the question has an equals sign. */
  private static Optional<String> rangeSent(GetObjectResponse response) {
    return Optional.ofNullable(response.contentRange())
        .map(sent -> sent.replace("bytes ", "bytes="));
  }

  @Override
  public void close() {
    // The client belongs to the function.
  }
}
