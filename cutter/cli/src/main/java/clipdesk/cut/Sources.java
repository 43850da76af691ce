package clipdesk.cut;

import clipdesk.cut.SourceException.Fault;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Opens what a person names: a path, {@code http(s)://…} or {@code s3://bucket/key}. */
final class Sources {
  /** Longer than any cut. */
  private static final Duration LINK_LIFE = Duration.ofHours(6);

  private static final int MAX_PORT = 65_535;

  private Sources() {}

  static ByteSource open(String name) throws IOException {
    if (name.startsWith("http://") || name.startsWith("https://")) {
      return new HttpSource(address(name));
    }
    return name.startsWith("s3://") ? s3(address(name)) : FileSource.open(Path.of(name));
  }

  /** The file that a name means; empty for one on the web or in a store. */
  static Optional<Path> localFile(String name) {
    boolean far = Stream.of("http://", "https://", "s3://").anyMatch(name::startsWith);
    return far ? Optional.empty() : Optional.of(Path.of(name));
  }

  /** A signed link is a web file like any other. */
  private static ByteSource s3(URI object) throws IOException {
    var key = object.getPath().substring(1);
    var region = region(object);
    requireCredentials(object);
    try (var presigner = presigner(region)) {
      var link =
          presigner.presignGetObject(
              sign ->
                  sign.signatureDuration(LINK_LIFE)
                      .getObjectRequest(get -> get.bucket(object.getHost()).key(key)));
      return new HttpSource(URI.create(link.url().toString()));
    }
  }

  private static Region region(URI object) throws IOException {
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException none) {
      throw Fault.NO_REGION.because(none, object);
    }
  }

  private static void requireCredentials(URI object) throws IOException {
    try (var credentials = DefaultCredentialsProvider.builder().build()) {
      credentials.resolveCredentials();
    } catch (SdkClientException none) {
      throw Fault.NO_CREDENTIALS.because(none, object);
    }
  }

  /** Stores that are not AWS's own are found by path: few have a name for each bucket. */
  private static S3Presigner presigner(Region region) {
    var presigner = S3Presigner.builder().region(region);
    var store = System.getenv("AWS_ENDPOINT_URL");
    if (store == null) {
      return presigner.build();
    }
    return presigner
        .endpointOverride(URI.create(store))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private static URI address(String name) throws IOException {
    try {
      var address = new URI(name);
      if (address.getHost() == null || address.getPath().length() < 2) {
        throw Fault.NO_FILE_NAMED.of(name);
      }
      if (address.getPort() > MAX_PORT) {
        throw Fault.NO_PORT.of(name);
      }
      return address;
    } catch (URISyntaxException e) {
      throw Fault.NO_ADDRESS.because(e, name);
    }
  }
}
