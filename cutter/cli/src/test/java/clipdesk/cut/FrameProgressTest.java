package clipdesk.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class FrameProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;

  @Test
  void lineComesEveryTenSeconds() {
    var progress = progress(/* terminal= */ false);
    for (int frame = 1; frame <= 100; frame++) {
      now = Instant.EPOCH.plusMillis(frame * 250L);
      progress.frames(frame, 200);
    }

    assertThat(said()).isEqualTo(" 20 %  40 of 200 frames\n 40 %  80 of 200 frames\n");
  }

  @Test
  void onATerminalOneLineIsWrittenOver() {
    var progress = progress(/* terminal= */ true);
    now = Instant.EPOCH.plusMillis(199);
    progress.frames(1, 200);
    now = Instant.EPOCH.plusMillis(200);
    progress.frames(200, 200);

    assertThat(said()).isEqualTo("\r100 %  200 of 200 frames\r");
  }

  private FrameProgress progress(boolean terminal) {
    return new FrameProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, clock);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
