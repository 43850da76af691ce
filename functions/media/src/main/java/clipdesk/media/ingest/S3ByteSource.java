package clipdesk.media.ingest;

import clipdesk.cutter.io.ByteSource;
import clipdesk.media.catalogue.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Ranges of one version of a file. */
final class S3ByteSource implements ByteSource {
  private final S3Client s3;
  private final String bucket;
  private final StoredObject file;

  S3ByteSource(S3Client s3, String bucket, StoredObject file) {
    this.s3 = s3;
    this.bucket = bucket;
    this.file = file;
  }

  @Override
  public long sizeBytes() {
    return file.sizeBytes();
  }

  @Override
  public String identity() {
    return file.etag();
  }

  @Override
  public void read(long offset, ByteBuffer into) throws IOException {
    if (offset < 0 || offset + into.remaining() > file.sizeBytes()) {
      throw new EOFException("Byte " + offset + " of a file of " + file.sizeBytes());
    }
    if (!into.hasRemaining()) {
      return;
    }
    var range = "bytes=%d-%d".formatted(offset, offset + into.remaining() - 1);
    try {
      into.put(
          s3.getObjectAsBytes(
                  get -> get.bucket(bucket).key(file.key()).ifMatch(file.etag()).range(range))
              .asByteBuffer());
    } catch (SdkException e) {
      throw new IOException("Cannot read " + range + " of " + file.key(), e);
    }
  }

  @Override
  public void close() {
    // The client belongs to the function.
  }
}
