package clipdesk.media.recognition;

import clipdesk.media.transcripts.RecognisedSound;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.transcribe.TranscribeClient;
import software.amazon.awssdk.services.transcribe.model.BadRequestException;
import software.amazon.awssdk.services.transcribe.model.ConflictException;
import software.amazon.awssdk.services.transcribe.model.MediaFormat;
import software.amazon.awssdk.services.transcribe.model.NotFoundException;
import software.amazon.awssdk.services.transcribe.model.TranscriptionJob;

/**
 * Amazon Transcribe. A job has the name of its sound, and there are no two jobs of one name: that
 * is what keeps a sound from being heard, and paid for, twice. Its words are put at {@code
 * recognised/…}, where a job that is long forgotten has them still.
 */
final class TranscribeWords implements WordsSource {
  private final TranscribeClient transcribe;
  private final S3Client s3;
  private final String bucket;
  private final String stack;

  /**
   * @param stack tells the jobs of one account apart
   */
  TranscribeWords(TranscribeClient transcribe, S3Client s3, String bucket, String stack) {
    this.transcribe = transcribe;
    this.s3 = s3;
    this.bucket = bucket;
    this.stack = stack;
  }

  @Override
  public Answer ask(RecognisedSound sound, String track, String language) {
    var words = words(sound);
    if (words.isPresent()) {
      return new Answer.Here(words.get());
    }
    var job = job(sound);
    if (job.isEmpty()) {
      start(sound, track, language);
      return new Answer.Coming();
    }
    return switch (job.get().transcriptionJobStatus()) {
      case FAILED -> new Answer.Failed(reason(job.get()));
      case COMPLETED -> // It may have ended since its words were looked for.
          words(sound)
              .<Answer>map(Answer.Here::new)
              .orElseGet(() -> new Answer.Failed("The recogniser's words are gone"));
      default -> new Answer.Coming();
    };
  }

  private Optional<TranscriptionJob> job(RecognisedSound sound) {
    try {
      return Optional.of(
          transcribe
              .getTranscriptionJob(get -> get.transcriptionJobName(name(sound)))
              .transcriptionJob());
    } catch (BadRequestException | NotFoundException none) {
      // The reference names the second, the service has been seen to say the first.
      return Optional.empty();
    }
  }

  private void start(RecognisedSound sound, String track, String language) {
    try {
      transcribe.startTranscriptionJob(
          job ->
              job.transcriptionJobName(name(sound))
                  .languageCode(language)
                  .mediaFormat(MediaFormat.M4_A)
                  .media(media -> media.mediaFileUri("s3://%s/%s".formatted(bucket, track)))
                  .outputBucketName(bucket)
                  .outputKey(output(sound)));
    } catch (ConflictException startedMeanwhile) {
      // That is the one job.
    }
  }

  private Optional<byte[]> words(RecognisedSound sound) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(output(sound))).asByteArrayUnsafe());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private String name(RecognisedSound sound) {
    return stack + "-" + sound.name();
  }

  private static String output(RecognisedSound sound) {
    return "recognised/" + sound.path();
  }

  private static String reason(TranscriptionJob job) {
    return Optional.ofNullable(job.failureReason()).orElse("The recogniser does not say why");
  }
}
