package clipdesk.journeys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound as broadcasters have it is listened to as it is taken in, without anybody asking. */
final class SoundJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final int STEPS_PER_SECOND = 100;

  @Test
  void soundThatIsNoAacIsListenedTo(@TempDir Path files) throws IOException {
    var video = Person.unique("surround");
    var upload = new Upload(STACK, video);
    upload.master(OddMasters.withSoundOf(AV_CODEC_ID_AC3, files.resolve("master.mp4")));

    assertThat(upload.describe(upload.description())).containsEntry("result", "accepted");

    var heard = JSON.std.mapFrom(Listening.awaited(STACK, video));
    var steps = (List<?>) requireNonNull(heard.get("steps"));
    assertThat((Integer) steps.getFirst())
        .isCloseTo(OddMasters.QUIET_SECONDS * STEPS_PER_SECOND, within(10));
    assertThat((Integer) steps.get(1)).isGreaterThan(2 * STEPS_PER_SECOND);
  }
}
