package clipdesk.clips.cutting;

import clipdesk.cutter.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One exact version of a master or of its index, read by ranges that are all conditional on its
 * ETag.
 */
final class S3Master implements ByteSource {
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;
  private final ClipRequest.MasterVersion version;

  S3Master(S3Client s3, String bucket, ClipRequest.MasterVersion version) {
    this.s3 = s3;
    this.bucket = bucket;
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

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    int length = into.remaining();
    if (length == 0) {
      return;
    }
    requireInside(offset, length);
    var range = "bytes=%d-%d".formatted(offset, offset + length - 1);
    try (var in =
        s3.getObject(
            get ->
                get.bucket(bucket)
                    .key(version.key())
                    .versionId(version.versionId())
                    .ifMatch(version.etag())
                    .range(range))) {
      if (!(range + "/" + sizeBytes()).equals(rangeSent(in.response()))) {
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

  /** As it was asked for: the answer has a space where the question has an equals sign. */
  private static String rangeSent(GetObjectResponse response) {
    return response.contentRange() == null
        ? ""
        : response.contentRange().replace("bytes ", "bytes=");
  }

  @Override
  public void close() {
    // The client belongs to the function.
  }
}
