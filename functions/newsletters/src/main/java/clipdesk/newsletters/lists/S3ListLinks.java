package clipdesk.newsletters.lists;

import clipdesk.newsletters.NewslettersConfig;
import jakarta.inject.Provider;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned requests, signed in this process with the function's own role. */
public final class S3ListLinks implements ListLinks {
  private final Provider<S3Presigner> presigner;
  private final NewslettersConfig config;

  public S3ListLinks(Provider<S3Presigner> presigner, NewslettersConfig config) {
    this.presigner = presigner;
    this.config = config;
  }

  @Override
  public URI toUpload(String importId, Duration life) {
    var url =
        presigner
            .get()
            .presignPutObject(
                sign ->
                    sign.signatureDuration(life)
                        .putObjectRequest(
                            put ->
                                put.bucket(config.listsBucket())
                                    .key(S3ListFiles.uploaded(importId))
                                    .contentType(CONTENT_TYPE)))
            .url();
    return URI.create(url.toString());
  }

  @Override
  public URI toDownload(String exportId, Duration life) {
    var url =
        presigner
            .get()
            .presignGetObject(
                sign ->
                    sign.signatureDuration(life)
                        .getObjectRequest(
                            get ->
                                get.bucket(config.listsBucket())
                                    .key(S3ListFiles.exported(exportId))
                                    .responseContentType("text/csv; charset=utf-8")
                                    .responseContentDisposition(
                                        "attachment; filename=\"subscribers-%s.csv\""
                                            .formatted(exportId))))
            .url();
    return URI.create(url.toString());
  }
}
