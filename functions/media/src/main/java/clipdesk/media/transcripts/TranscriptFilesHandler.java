package clipdesk.media.transcripts;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.StoredKeys;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.media.catalogue.DynamoVideos;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Word from S3 that a text was put beside a master, words beside transcripts, that a sound was
 * listened to, or that a description was taken in, whose files may have been there before.
 */
public final class TranscriptFilesHandler implements RequestStreamHandler {
  private static final Pattern OF_VIDEO =
      Pattern.compile("(?:masters|words|activity|ingest-reports)/([^/]+?)(?:\\.json|/.+)");

  private final TakeFiles takeFiles;

  /** Reads its configuration from the environment; called by Lambda. */
  public TranscriptFilesHandler() {
    this(ofProcess(Environment.ofProcess()));
  }

  TranscriptFilesHandler(TakeFiles takeFiles) {
    this.takeFiles = takeFiles;
  }

  private static TakeFiles ofProcess(Environment environment) {
    var s3 = AwsClients.client(S3Client.builder());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var config = TranscriptsConfig.of(environment);
    var transcripts = new S3Transcripts(() -> s3, config);
    var editTranscript =
        new EditTranscript(transcripts, new S3Activities(() -> s3, config), InstantSource.system());
    return new TakeFiles(
        new DynamoVideos(dynamo, environment.text("MEDIA_TABLE")),
        new S3BroughtFiles(s3, environment.text("MASTERS_BUCKET"), config.bucket()),
        transcripts,
        editTranscript,
        new AskForWords(
            transcripts,
            editTranscript,
            new S3RecognitionRequests(() -> s3, config),
            RecognitionPolicy.of(environment)));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> videoIds(message.body()).forEach(takeFiles::of));
    }
    batch.answer(answer);
  }

  private static List<String> videoIds(String body) {
    return StoredKeys.of(body).stream()
        .map(OF_VIDEO::matcher)
        .filter(it -> it.matches() && MasterKeys.isVideoId(it.group(1)))
        .map(it -> it.group(1))
        .toList();
  }
}
