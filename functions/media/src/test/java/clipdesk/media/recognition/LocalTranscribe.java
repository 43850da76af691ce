package clipdesk.media.recognition;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.aws.LocalBuckets;
import clipdesk.media.transcripts.RecognisedSound;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.transcribe.TranscribeClient;

/** The emulator's recogniser with a bucket of its own, which goes with the test. */
final class LocalTranscribe implements BeforeAllCallback, AfterAllCallback {
  private static final String STACK = "it-" + UUID.randomUUID().toString().substring(0, 8);

  private final String bucket = "media-it-" + UUID.randomUUID() + "-w";
  private final LocalBuckets buckets = new LocalBuckets(bucket);
  private TranscribeClient transcribe;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    buckets.beforeAll(context);
    transcribe = AwsClients.client(TranscribeClient.builder());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    transcribe.close();
    buckets.afterAll(context);
  }

  WordsSource words() {
    return new TranscribeWords(transcribe, buckets.s3(), bucket, STACK);
  }

  /** Tells it what is said in a sound, which need not be one. */
  void hears(String track, byte[] words) {
    put(track, new byte[1]);
    put(track + ".words.json", words);
  }

  private void put(String key, byte[] content) {
    buckets.s3().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(content));
  }

  int jobsOf(RecognisedSound sound) {
    return (int)
        transcribe.listTranscriptionJobs().transcriptionJobSummaries().stream()
            .filter(it -> it.transcriptionJobName().equals(STACK + "-" + sound.name()))
            .count();
  }
}
