package clipdesk.media.transcripts;

import clipdesk.common.aws.S3Conditions;
import clipdesk.media.OfTranscripts;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects {@code recognition/{videoId}/{masterVersion}/{language}.json}, whose names say all. */
@OfTranscripts
@Singleton
public final class S3RecognitionRequests implements RecognitionRequests {
  public static final String FOLDER = "recognition/";

  private static final int MOST = 1_000;

  private final Provider<S3Client> s3;
  private final String bucket;

  @Inject
  public S3RecognitionRequests(Provider<S3Client> s3, TranscriptsConfig config) {
    this.s3 = s3;
    this.bucket = config.bucket();
  }

  @Override
  public void ask(RecognisedSound sound) {
    // One that stands already stays, and S3 does not tell of it again.
    S3Conditions.hold(
        () ->
            s3.get()
                .putObject(
                    put ->
                        put.bucket(bucket)
                            .key(key(sound))
                            .contentType("application/json")
                            .ifNoneMatch("*"),
                    RequestBody.fromString("{}")));
  }

  @Override
  public List<RecognisedSound> open() {
    return s3
        .get()
        .listObjectsV2(list -> list.bucket(bucket).prefix(FOLDER).maxKeys(MOST))
        .contents()
        .stream()
        .map(object -> object.key().substring(FOLDER.length()))
        .flatMap(path -> RecognisedSound.ofPath(path).stream())
        .toList();
  }

  @Override
  public void settle(RecognisedSound sound) {
    s3.get().deleteObject(delete -> delete.bucket(bucket).key(key(sound)));
  }

  private static String key(RecognisedSound sound) {
    return FOLDER + sound.path();
  }
}
