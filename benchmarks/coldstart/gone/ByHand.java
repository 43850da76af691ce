import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A clip request that is gone: read it, see that there is nothing to do. */
public final class ByHand implements RequestStreamHandler {
  private final S3Client s3 =
      S3Client.builder()
          .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL")))
          .forcePathStyle(true)
          .region(Region.of(System.getenv("AWS_REGION")))
          .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .build();

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    for (var item : (List<?>) JSON.std.mapFrom(in).get("Records")) {
      var object = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) item).get("s3")).get("object");
      try {
        s3.getObjectAsBytes(get -> get.bucket("any").key((String) object.get("key")));
      } catch (NoSuchKeyException e) {
        System.out.println("gone");
      }
    }
  }
}
