package clipdesk.media.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.wire.RecordedWire;
import clipdesk.media.WireClients;
import clipdesk.media.catalogue.SampleVideos;
import clipdesk.media.recognition.WordsSource.Answer;
import clipdesk.media.sound.S3MasterSounds;
import clipdesk.media.transcripts.RecognisedSound;
import clipdesk.media.transcripts.TranscriptKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.transcribe.TranscribeClient;

/**
 * What is asked of Amazon Transcribe, against answers as its API reference documents them: examples
 * of "GetTranscriptionJob", "StartTranscriptionJob" and their errors. Documented, not recorded.
 */
final class RecognitionWireTest {
  private static final RecognisedSound SOUND =
      new RecognisedSound(new TranscriptKey(SampleVideos.ID, "en"), "9f2c11d0a4be7710");
  private static final String TRACK = "sound/2026-02-12-ministers-presser/9f2c11d0a4be7710/a1.m4a";
  private static final String JOB =
      """
      {"TranscriptionJob":{"TranscriptionJobName":"clipdesk-1","TranscriptionJobStatus":"%s",\
      "LanguageCode":"en-GB","MediaFormat":"m4a","CreationTime":1.6e9,%s\
      "Media":{"MediaFileUri":"s3://bucket/a1.m4a"}}}\
      """;
  private static final String NO_SUCH_KEY = "<Error><Code>NoSuchKey</Code></Error>";

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void jobsAreStartedAndLookedAtAsCommitted() throws IOException {
    wire.answer(404, Map.of(), NO_SUCH_KEY);
    wire.answer(400, error("NotFoundException"), message("NotFoundException"));
    wire.answer(200, Map.of(), JOB.formatted("IN_PROGRESS", ""));
    wire.call("ask", () -> assertThat(ask()).isEqualTo(new Answer.Coming()));

    wire.matches(TranscribeWords.class);
  }

  @Test
  void jobThatATwinStartedIsTheOneJob() {
    wire.answer(404, Map.of(), NO_SUCH_KEY);
    wire.answer(400, error("BadRequestException"), message("BadRequestException"));
    wire.answer(400, error("ConflictException"), message("ConflictException"));

    assertThat(ask()).isEqualTo(new Answer.Coming());
  }

  @Test
  void failureReasonIsThatOfTheJob() {
    wire.answer(404, Map.of(), NO_SUCH_KEY);
    wire.answer(
        200,
        Map.of(),
        JOB.formatted("FAILED", "\"FailureReason\":\"The media format is not valid.\","));

    assertThat(ask()).isEqualTo(new Answer.Failed("The media format is not valid."));
  }

  @Test
  void wordsOfAJobThatEndedMeanwhileAreFound() {
    wire.answer(404, Map.of(), NO_SUCH_KEY);
    wire.answer(200, Map.of(), JOB.formatted("COMPLETED", ""));
    wire.answer(200, Map.of(), "{}");

    assertThat(ask()).isEqualTo(new Answer.Here("{}".getBytes(UTF_8)));
  }

  @Test
  void wordsThatAreGoneWillNeverCome() {
    wire.answer(404, Map.of(), NO_SUCH_KEY);
    wire.answer(200, Map.of(), JOB.formatted("COMPLETED", ""));
    wire.answer(404, Map.of(), NO_SUCH_KEY);

    assertThat(ask()).isInstanceOf(Answer.Failed.class);
  }

  @Test
  void soundsAreKeptAsCommitted() throws Exception {
    var sounds =
        new S3Sounds(
            WireClients.s3(),
            new S3MasterSounds(WireClients.s3(), "masters-bucket"),
            "Transcripts",
            Path.of("target"));

    wire.answer(404, Map.of(), "");
    wire.call("keep", () -> sounds.keep(TRACK, file -> Files.writeString(file, "sound")));
    wire.matches(S3Sounds.class);
  }

  private Answer ask() {
    return new TranscribeWords(
            AwsClients.client(TranscribeClient.builder()),
            WireClients.s3(),
            "Transcripts",
            "clipdesk")
        .ask(SOUND, TRACK, "en-GB");
  }

  private static Map<String, String> error(String type) {
    return Map.of("x-amzn-ErrorType", type);
  }

  private static String message(String type) {
    return "{\"__type\":\"%s\",\"Message\":\"Check the job name and try your request again.\"}"
        .formatted(type);
  }
}
