package clipdesk.clips.cutting;

import clipdesk.common.aws.SourceChangedException;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.StoredClip;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A clip as a multipart upload: visible under its key only once it is complete, and only if nothing
 * was there. Copied parts are made inside S3, on the condition that the master is still the same.
 *
 * <p>The upload is created for one checksum of the whole file, and every part has its own of that
 * kind: ours are checked by S3 as they arrive, those of copied parts are told by S3. Left to
 * itself, the SDK would give sent parts a checksum that the upload was not created for, and S3
 * would not complete it (docs/decisions/0012, 0106).
 */
final class S3ClipSink implements ClipSink {
  private static final int COPIES_AT_A_TIME = 16;
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final String mastersBucket;
  private final StoredObject master;
  private final ConcurrentSkipListMap<Integer, CompletedPart> parts = new ConcurrentSkipListMap<>();
  private final List<Future<?>> copies = new ArrayList<>();
  private Optional<ExecutorService> copiers = Optional.empty();
  private Optional<String> uploadId = Optional.empty();
  private boolean closed;
  private long storedBytes;

  S3ClipSink(S3Client s3, String bucket, String key, String mastersBucket, StoredObject master) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.mastersBucket = mastersBucket;
    this.master = master;
  }

  @Override
  public boolean copiesRanges() {
    return true;
  }

  @Override
  public void part(int number, ByteBuffer data) throws IOException {
    int length = data.remaining();
    var checksum = crc32(data);
    try {
      var upload = upload();
      var etag =
          s3.uploadPart(
                  part ->
                      part.bucket(bucket)
                          .key(key)
                          .uploadId(upload)
                          .partNumber(number)
                          .contentLength((long) length)
                          .checksumCRC32(checksum),
                  body(data))
              .eTag();
      add(number, etag, checksum, length);
    } catch (SdkException e) {
      throw new IOException("Part %d of %s could not be stored".formatted(number, key), e);
    }
  }

  /**
   * As S3 writes it. Of the checksums for a whole file of parts, the virtual machine has this one.
   */
  private static String crc32(ByteBuffer data) {
    var checksum = new CRC32();
    checksum.update(data.array(), data.arrayOffset() + data.position(), data.remaining());
    var value = ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue());
    return Base64.getEncoder().encodeToString(value.array());
  }

  /** The bytes where they are: the SDK's own body of a buffer copies them. */
  private static RequestBody body(ByteBuffer data) {
    var bytes = data.array();
    int from = data.arrayOffset() + data.position();
    int length = data.remaining();
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(bytes, from, length), length, "application/octet-stream");
  }

  @Override
  public synchronized void copyPart(int number, long sourceOffset, long length) throws IOException {
    var upload = upload();
    if (copiers.isEmpty()) {
      copiers = Optional.of(Executors.newFixedThreadPool(COPIES_AT_A_TIME));
    }
    copies.add(copiers.get().submit(() -> copy(upload, number, sourceOffset, length)));
  }

  @Override
  public StoredClip finish(long sizeBytes) throws IOException {
    awaitCopies();
    VerificationFailedException.requireSize(storedBytes, sizeBytes);
    var upload = upload();
    try {
      var completed =
          s3.completeMultipartUpload(
              complete ->
                  complete
                      .bucket(bucket)
                      .key(key)
                      .uploadId(upload)
                      .ifNoneMatch("*")
                      .checksumType(ChecksumType.FULL_OBJECT)
                      .mpuObjectSize(sizeBytes)
                      .multipartUpload(all -> all.parts(List.copyOf(parts.values()))));
      uploadId = Optional.empty();
      return new StoredClip(
          sizeBytes,
          parts.size(),
          Optional.ofNullable(completed.eTag()),
          Optional.ofNullable(completed.checksumCRC32())
              .map(value -> new StoredClip.Checksum("CRC32", value)));
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED || e.statusCode() == CONFLICT) {
        throw new FileAlreadyExistsException(key);
      }
      throw new IOException("The clip " + key + " could not be completed", e);
    } catch (SdkException e) {
      throw new IOException("The clip " + key + " could not be completed", e);
    }
  }

  @Override
  public void abort() throws IOException {
    copies.forEach(copy -> copy.cancel(true));
    copies.clear();
    copiers.ifPresent(ExecutorService::close);
    copiers = Optional.empty();
    parts.clear();
    storedBytes = 0;
    if (uploadId.isPresent()) {
      var upload = uploadId.get();
      uploadId = Optional.empty();
      try {
        s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
      } catch (SdkException e) {
        throw new IOException("The upload of " + key + " could not be aborted", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
    }
    abort();
  }

  /** A cut that was given up may still have a part to send: there is no upload for it any more. */
  private synchronized String upload() throws IOException {
    if (closed) {
      throw new IOException("The clip " + key + " was given up");
    }
    if (uploadId.isEmpty()) {
      uploadId =
          Optional.of(
              s3.createMultipartUpload(
                      create ->
                          create
                              .bucket(bucket)
                              .key(key)
                              .contentType("video/mp4")
                              .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                              .checksumType(ChecksumType.FULL_OBJECT))
                  .uploadId());
    }
    return uploadId.get();
  }

  private void copy(String upload, int number, long offset, long length) {
    var range = "bytes=%d-%d".formatted(offset, offset + length - 1);
    var result =
        s3.uploadPartCopy(
                copy ->
                    copy.sourceBucket(mastersBucket)
                        .sourceKey(master.key())
                        .sourceVersionId(master.versionId())
                        .copySourceIfMatch(master.etag())
                        .copySourceRange(range)
                        .destinationBucket(bucket)
                        .destinationKey(key)
                        .uploadId(upload)
                        .partNumber(number))
            .copyPartResult();
    add(number, result.eTag(), result.checksumCRC32(), length);
  }

  private synchronized void add(int number, String etag, String checksum, long length) {
    var part = CompletedPart.builder().partNumber(number).eTag(etag).checksumCRC32(checksum);
    parts.put(number, part.build());
    storedBytes += length;
  }

  private void awaitCopies() throws IOException {
    for (var copy : copies) {
      try {
        copy.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof S3Exception s3Failure
            && (s3Failure.statusCode() == PRECONDITION_FAILED
                || s3Failure.statusCode() == NOT_FOUND)) {
          throw new SourceChangedException(master.key(), s3Failure);
        }
        throw new IOException("A range of the master could not be copied", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while the master was copied", e);
      }
    }
    copies.clear();
  }
}
