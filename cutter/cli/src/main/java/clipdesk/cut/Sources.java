package clipdesk.cut;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Opens what a person names: a path, {@code http(s)://…} or {@code s3://bucket/key}. */
final class Sources {
  /** Longer than any cut. */
  private static final Duration LINK_LIFE = Duration.ofHours(6);

  private Sources() {}

  static ByteSource open(String name) throws IOException {
    if (name.startsWith("http://") || name.startsWith("https://")) {
      return new HttpSource(address(name));
    }
    return name.startsWith("s3://") ? s3(address(name)) : FileSource.open(Path.of(name));
  }

  /** A signed link is a web file like any other. */
  private static ByteSource s3(URI object) throws IOException {
    var key = object.getPath().substring(1);
    try (var presigner = presigner()) {
      var link =
          presigner.presignGetObject(
              sign ->
                  sign.signatureDuration(LINK_LIFE)
                      .getObjectRequest(get -> get.bucket(object.getHost()).key(key)));
      return new HttpSource(URI.create(link.url().toString()));
    }
  }

  /** Stores that are not AWS's own are found by path: few have a name for each bucket. */
  private static S3Presigner presigner() {
    var store = System.getenv("AWS_ENDPOINT_URL");
    if (store == null) {
      return S3Presigner.create();
    }
    return S3Presigner.builder()
        .endpointOverride(URI.create(store))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private static URI address(String name) throws IOException {
    try {
      var address = new URI(name);
      if (address.getHost() == null || address.getPath().length() < 2) {
        throw new IOException(name + " names no file");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new IOException(name + " is no address", e);
    }
  }
}
