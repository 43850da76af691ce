package clipdesk.media.ingest;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.Environment;
import clipdesk.common.aws.StoredKeys;
import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.media.catalogue.DynamoVideoRows;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 says that a {@code video.json} was written. */
public final class MasterUploadedHandler implements RequestStreamHandler {
  /** Room for the rest of a key of 1024 bytes, if all are of four. */
  private static final int MAX_FOLDER = 240;

  /**
   * Another ingest of the video is done within 20 s; Lambda's own next try comes after a minute.
   */
  private static final int TRIES = 40;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final IngestVideo ingestVideo;
  private final Duration betweenTries;

  /** Reads its configuration from the environment; called by Lambda. */
  public MasterUploadedHandler() {
    this(ofProcess(), BETWEEN_TRIES);
  }

  MasterUploadedHandler(IngestVideo ingestVideo, Duration betweenTries) {
    this.ingestVideo = ingestVideo;
    this.betweenTries = betweenTries;
  }

  private static IngestVideo ofProcess() {
    var environment = Environment.ofProcess();
    var s3 = AwsClients.client(S3Client.builder());
    var bucket = environment.text("MASTERS_BUCKET");
    var dynamo = AwsClients.client(DynamoDbClient.builder());
    return new IngestVideo(
        new S3Uploads(s3, bucket),
        new S3Outcomes(s3, bucket),
        new DynamoVideoRows(dynamo, environment.text("MEDIA_TABLE")),
        () -> UUID.randomUUID().toString(),
        InstantSource.system());
  }

  /**
   * @throws IngestRunningException if another ingest of the video does not end within 20 s
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    var text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
    for (var key : StoredKeys.of(text)) {
      ingest(key);
    }
  }

  private void ingest(String key) throws IOException {
    var videoId = folder(key);
    if (!MasterKeys.isVideoId(videoId)) {
      ingestVideo.refuseFolder(videoId);
      return;
    }
    for (int i = 0; i < TRIES; i++) {
      if (ingestVideo.ingest(videoId)) {
        return;
      }
      pause();
    }
    throw new IngestRunningException(videoId);
  }

  private static String folder(String key) {
    var folder = MasterKeys.folderOfDescription(key).orElse("(no folder)");
    return folder.codePointCount(0, folder.length()) > MAX_FOLDER
        ? folder.substring(0, folder.offsetByCodePoints(0, MAX_FOLDER))
        : folder;
  }

  private void pause() {
    try {
      Thread.sleep(betweenTries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while another ingest ran", e);
    }
  }
}
