package clipdesk.media.recognition;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.StoredKeys;
import clipdesk.common.json.Json;
import clipdesk.media.catalogue.DynamoVideos;
import clipdesk.media.sound.S3MasterSounds;
import clipdesk.media.transcripts.RecognisedSound;
import clipdesk.media.transcripts.RecognisedWords;
import clipdesk.media.transcripts.S3Activities;
import clipdesk.media.transcripts.S3RecognitionRequests;
import clipdesk.media.transcripts.S3Transcripts;
import clipdesk.media.transcripts.TranscriptsConfig;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.transcribe.TranscribeClient;

/**
 * Word that words of a sound are wanted, that a job of Amazon Transcribe ended, or that it is time
 * to look for those of which no word came: EventBridge tells of jobs on best effort only.
 */
public final class RecognitionHandler implements RequestStreamHandler {
  private static final String JOB_ENDED = "Transcribe Job State Change";
  private static final String TIME_TO_LOOK = "Scheduled Event";

  private final RecogniseSounds recogniseSounds;
  private final String stack;

  /** Reads its configuration from the environment; called by Lambda. */
  public RecognitionHandler() {
    this(ofProcess(Environment.ofProcess()), Environment.ofProcess().text("STACK"));
  }

  RecognitionHandler(RecogniseSounds recogniseSounds, String stack) {
    this.recogniseSounds = recogniseSounds;
    this.stack = stack;
  }

  private static RecogniseSounds ofProcess(Environment environment) {
    var s3 = AwsClients.client(S3Client.builder());
    var config = TranscriptsConfig.of(environment);
    return new RecogniseSounds(
        new DynamoVideos(
            AwsClients.client(DynamoDbClient.builder()), environment.text("MEDIA_TABLE")),
        new S3RecognitionRequests(() -> s3, config),
        new S3Sounds(
            s3,
            new S3MasterSounds(s3, environment.text("MASTERS_BUCKET")),
            config.bucket(),
            Path.of(System.getProperty("java.io.tmpdir"))),
        new TranscribeWords(
            AwsClients.client(TranscribeClient.builder()),
            s3,
            config.bucket(),
            environment.text("STACK")),
        environment.text("WORDS_SOURCE"),
        new RecognisedWords(
            new S3Transcripts(() -> s3, config),
            new S3Activities(() -> s3, config),
            InstantSource.system()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    for (var message : batch.messages()) {
      batch.attempt(message, () -> recogniseSounds.bringOn(sounds(message.body())));
    }
    batch.answer(answer);
  }

  private List<RecognisedSound> sounds(String body) {
    var event = Json.object(body);
    return switch ((String) event.getOrDefault("detail-type", "")) {
      case TIME_TO_LOOK -> recogniseSounds.open();
      case JOB_ENDED -> ofJob((Map<?, ?>) event.get("detail")).stream().toList();
      default -> StoredKeys.of(body).stream().flatMap(RecognitionHandler::ofRequest).toList();
    };
  }

  /** Other stacks of the account, and other users of the service, have jobs too. */
  private Optional<RecognisedSound> ofJob(Map<?, ?> detail) {
    return Optional.ofNullable((String) detail.get("TranscriptionJobName"))
        .filter(it -> it.startsWith(stack + "-"))
        .flatMap(it -> RecognisedSound.ofName(it.substring(stack.length() + 1)));
  }

  private static Stream<RecognisedSound> ofRequest(String key) {
    return key.startsWith(S3RecognitionRequests.FOLDER)
        ? RecognisedSound.ofPath(key.substring(S3RecognitionRequests.FOLDER.length())).stream()
        : Stream.empty();
  }
}
