package clipdesk.transcript.revision;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.transcript.testing.SampleTalk;
import clipdesk.transcript.testing.Simulation;
import clipdesk.transcript.timing.FrameClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bytes that other processes made of the same input. Whoever changes the parser or the aligner
 * writes the new digests down, and gives the aligner another version if it made other times.
 */
final class RevisionBytesTest {
  @Test
  void talkHasTheSameBytesInEveryProcess() {
    assertThat(digest(SampleTalk.aligned()))
        .isEqualTo("56cd0d294f71270791fc4d71a9600f95969d7ebf6eb92f57f72c291453860aff");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 9259053c9565c169b9cd2c09ddc64d88dbbaa767a8817becd0baf86b88c9561b",
    "fr, 2be881a5df3b93f43ed3d57f387a937c88aaeeb758eef3279aeec2b12e11f326",
    "uk, 2ef2e7245b2e43683478f6b3bfbbaf23d112aafc49bb5c53840dcd18a81665de",
  })
  void conferenceOfWhichMuchIsMisheardHasTheSameBytesInEveryProcess(String language, String bytes) {
    assertThat(digest(conference(language))).isEqualTo(bytes);
  }

  private static Revision conference(String language) {
    var it = Simulation.of(1, language, 600, 0.3);
    var video =
        new VideoFacts("talk-1", "9f2c11d0a4be7710", it.durationMs(), new FrameClock(25, 1, 9_000));
    var input =
        new RevisionMaker.Input(
            video,
            it.script().official(),
            language,
            List.of(),
            List.of(),
            Optional.of(it.heard()),
            Optional.of(it.activity()));
    return RevisionMaker.make(input, Optional.empty()).revision().orElseThrow();
  }

  private static String digest(Revision revision) {
    try {
      var bytes = RevisionWriter.write(revision).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
