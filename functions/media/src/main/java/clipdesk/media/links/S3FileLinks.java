package clipdesk.media.links;

import clipdesk.media.MediaConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned S3 requests: signed in this process, without a call, with the function's own role. */
@Singleton
final class S3FileLinks implements FileLinks {
  /** What is not printable ASCII, a path's or a quotation's own, or might be read as encoded. */
  private static final Pattern UNQUOTABLE = Pattern.compile("[^ -~]|[\"\\\\/%]");

  private final Provider<S3Presigner> presigner;
  private final MediaConfig config;

  S3FileLinks(Provider<S3Presigner> presigner, MediaConfig config) {
    this.presigner = presigner;
    this.config = config;
  }

  @Override
  public URI linkTo(Target target, Method method, Duration life) {
    var url =
        switch (method) {
          case GET ->
              presigner
                  .get()
                  .presignGetObject(
                      sign -> sign.signatureDuration(life).getObjectRequest(get(target)))
                  .url();
          case HEAD ->
              presigner
                  .get()
                  .presignHeadObject(
                      sign -> sign.signatureDuration(life).headObjectRequest(head(target)))
                  .url();
        };
    return URI.create(url.toString());
  }

  private GetObjectRequest get(Target target) {
    return GetObjectRequest.builder()
        .bucket(bucket(target))
        .key(target.key())
        .versionId(version(target))
        .responseContentType(target.contentType())
        .responseContentDisposition(disposition(target))
        .build();
  }

  private HeadObjectRequest head(Target target) {
    return HeadObjectRequest.builder()
        .bucket(bucket(target))
        .key(target.key())
        .versionId(version(target))
        .responseContentType(target.contentType())
        .responseContentDisposition(disposition(target))
        .build();
  }

  private String bucket(Target target) {
    return switch (target.place()) {
      case MASTERS -> config.mastersBucket();
      case CLIPS -> config.clipsBucket();
    };
  }

  /** The SDK's word for "not given" is null. */
  private static String version(Target target) {
    return target.versionId().orElse(null);
  }

  /**
   * The {@code value-chars} of RFC 8187, 3.2.1. A form encodes a blank as a plus, and leaves the
   * asterisk, which is no {@code attr-char}.
   */
  private static String percentEncoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** A {@code quoted-string} (RFC 9110, 5.6.4) of what programs agree on: RFC 6266, appendix D. */
  private static String quoted(String name) {
    return '"' + UNQUOTABLE.matcher(name).replaceAll("_") + '"';
  }

  private static String disposition(Target target) {
    return target
        .saveAs()
        .map(
            name ->
                "attachment; filename=%s; filename*=UTF-8''%s"
                    .formatted(quoted(name.ascii()), percentEncoded(name.localised())))
        .orElse(null);
  }
}
