package clipdesk.newsletters.lists;

import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Objects {@code imports/id.csv} and {@code exports/id.csv}, the second written in parts. */
public final class S3ListFiles implements ListFiles {
  private final S3Client s3;
  private final String bucket;

  public S3ListFiles(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  static String uploaded(String importId) {
    return "imports/" + importId + ".csv";
  }

  static String exported(String exportId) {
    return "exports/" + exportId + ".csv";
  }

  @Override
  public InputStream open(String importId, String version) {
    return s3.getObject(get -> get.bucket(bucket).key(uploaded(importId)).versionId(version));
  }

  @Override
  public String begin(String exportId) {
    return s3.createMultipartUpload(
            create ->
                create
                    .bucket(bucket)
                    .key(exported(exportId))
                    .contentType("text/csv; charset=utf-8")
                    // What each part is sent with; of the whole, parts need not be named again.
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                    .checksumType(ChecksumType.FULL_OBJECT))
        .uploadId();
  }

  @Override
  public String part(String exportId, String upload, int number, byte[] bytes) {
    return s3.uploadPart(
            part -> part.bucket(bucket).key(exported(exportId)).uploadId(upload).partNumber(number),
            RequestBody.fromBytes(bytes))
        .eTag();
  }

  @Override
  public void complete(String exportId, String upload, List<String> parts) {
    var completed =
        IntStream.range(0, parts.size())
            .mapToObj(it -> CompletedPart.builder().partNumber(it + 1).eTag(parts.get(it)).build())
            .toList();
    try {
      s3.completeMultipartUpload(
          complete ->
              complete
                  .bucket(bucket)
                  .key(exported(exportId))
                  .uploadId(upload)
                  .multipartUpload(it -> it.parts(completed)));
    } catch (NoSuchUploadException alreadyComplete) {
      // Whoever did it was stopped before it could be written down.
    }
  }
}
