package clipdesk.media.sound;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.StoredKeys;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.media.catalogue.DynamoVideos;
import clipdesk.media.transcripts.S3Activities;
import clipdesk.media.transcripts.TranscriptsConfig;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Word that the description of a video was taken in, whose sound may be another now. */
public final class SoundHandler implements RequestStreamHandler {
  private static final Pattern TAKEN_IN = Pattern.compile("ingest-reports/([^/]+)\\.json");

  private final ListenToSounds listenToSounds;

  /** Reads its configuration from the environment; called by Lambda. */
  public SoundHandler() {
    this(ofProcess(Environment.ofProcess()));
  }

  SoundHandler(ListenToSounds listenToSounds) {
    this.listenToSounds = listenToSounds;
  }

  private static ListenToSounds ofProcess(Environment environment) {
    var s3 = AwsClients.client(S3Client.builder());
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return new ListenToSounds(
        new DynamoVideos(
            AwsClients.client(DynamoDbClient.builder()), environment.text("MEDIA_TABLE")),
        new S3Levels(new S3MasterSounds(s3, environment.text("MASTERS_BUCKET")), temporary),
        new S3Activities(() -> s3, TranscriptsConfig.of(environment)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> videoIds(message.body()).forEach(listenToSounds::of));
    }
    batch.answer(answer);
  }

  private static List<String> videoIds(String body) {
    return StoredKeys.of(body).stream()
        .map(TAKEN_IN::matcher)
        .filter(it -> it.matches() && MasterKeys.isVideoId(it.group(1)))
        .map(it -> it.group(1))
        .toList();
  }
}
