package clipdesk.media.ingest;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.json.Json;
import clipdesk.media.catalogue.DynamoVideos;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 says that a {@code video.json} was written. */
public final class MasterUploadedHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(MasterUploadedHandler.class);
  private static final Pattern KEY =
      Pattern.compile("masters/([a-z0-9][a-z0-9-]{2,63})/video\\.json");

  private final IngestVideo ingest;

  public MasterUploadedHandler() {
    var environment = Environment.ofProcess();
    var files =
        new S3Uploads(AwsClients.client(S3Client.builder()), environment.text("MASTERS_BUCKET"));
    this.ingest =
        new IngestVideo(
            files,
            new DynamoVideos(
                AwsClients.client(DynamoDbClient.builder()), environment.text("MEDIA_TABLE")),
            InstantSource.system());
  }

  MasterUploadedHandler(IngestVideo ingest) {
    this.ingest = ingest;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var records =
        Json.object(new String(event.readAllBytes(), StandardCharsets.UTF_8)).get("Records");
    if (records instanceof List<?> items) {
      for (var item : items) {
        ingest(key(item));
      }
    }
  }

  private void ingest(String key) throws IOException {
    var matcher = KEY.matcher(key);
    if (matcher.matches()) {
      ingest.ingest(matcher.group(1));
    } else {
      LOG.warn("{} is no description of a video: its folder is not a video id", key);
    }
  }

  private static String key(Object item) {
    var object = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) item).get("s3")).get("object");
    return URLDecoder.decode((String) object.get("key"), StandardCharsets.UTF_8);
  }
}
