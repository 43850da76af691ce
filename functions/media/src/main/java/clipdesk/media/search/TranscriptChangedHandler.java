package clipdesk.media.search;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.QueueBatch;
import clipdesk.common.aws.StoredKeys;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.media.catalogue.DynamoVideos;
import clipdesk.media.search.IndexFiles.MissingFileException;
import clipdesk.media.transcripts.S3Transcripts;
import clipdesk.media.transcripts.TranscriptKey;
import clipdesk.media.transcripts.TranscriptsConfig;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Word from S3 that the state of a transcript was written, or a description taken in. A message is
 * only a nudge: what is there now is put into the index.
 */
public final class TranscriptChangedHandler implements RequestStreamHandler {
  private static final Pattern STATE =
      Pattern.compile("transcripts/([^/]+)/([a-z]{2,3})/state\\.json");
  private static final Pattern TAKEN_IN = Pattern.compile("ingest-reports/([^/]+)\\.json");

  /** Some 600 hours, 30 MB. */
  private static final int VIDEOS_A_SHARD = 1_000;

  private final IndexTranscripts indexTranscripts;

  /** Reads its configuration from the environment; called by Lambda. */
  public TranscriptChangedHandler() {
    this(ofProcess(Environment.ofProcess()));
  }

  TranscriptChangedHandler(IndexTranscripts indexTranscripts) {
    this.indexTranscripts = indexTranscripts;
  }

  private static IndexTranscripts ofProcess(Environment environment) {
    var s3 = AwsClients.client(S3Client.builder());
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    var config = TranscriptsConfig.of(environment);
    var files = new S3IndexFiles(() -> s3, config.bucket());
    return new IndexTranscripts(
        files,
        LocalShards.temporary(files),
        new PresentTranscripts(
            new DynamoVideos(dynamo, environment.text("MEDIA_TABLE")),
            new S3Transcripts(() -> s3, config)),
        () -> UUID.randomUUID().toString(),
        VIDEOS_A_SHARD,
        InstantSource.system());
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var batch = QueueBatch.read(event);
    var all = new Changed();
    for (var message : batch.messages()) {
      batch.attempt(message, () -> all.add(message.body()));
    }
    try {
      index(all);
    } catch (RuntimeException one) {
      // It fails again by itself, and the others do not.
      for (var message : batch.messages()) {
        batch.attempt(message, () -> index(Changed.of(message.body())));
      }
    }
    batch.answer(answer);
  }

  private void index(Changed changed) {
    try {
      indexTranscripts.bringUpToDate(changed.transcripts, changed.videoIds);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    } catch (MissingFileException e) {
      throw new IllegalStateException("The index has a hole: it is to be built anew", e);
    }
  }

  /** Of what messages tell. */
  private static final class Changed {
    private final Set<TranscriptKey> transcripts = new LinkedHashSet<>();
    private final Set<String> videoIds = new LinkedHashSet<>();

    static Changed of(String body) {
      var changed = new Changed();
      changed.add(body);
      return changed;
    }

    void add(String body) {
      StoredKeys.of(body).forEach(this::addKey);
    }

    private void addKey(String key) {
      var state = STATE.matcher(key);
      if (state.matches() && MasterKeys.isVideoId(state.group(1))) {
        transcripts.add(new TranscriptKey(state.group(1), state.group(2)));
      }
      var takenIn = TAKEN_IN.matcher(key);
      if (takenIn.matches() && MasterKeys.isVideoId(takenIn.group(1))) {
        videoIds.add(takenIn.group(1));
      }
    }
  }
}
