package clipdesk.cutter.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.cutter.refusals.VerificationFailedException;
import clipdesk.cutter.testmedia.FfmpegProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A preview that is not its master's gets no name. */
final class PreviewCheckTest extends MadePreviews {
  @Test
  void previewOfAnotherMasterFailsTheCheck() throws IOException {
    var one = new CountedMaster("320x180", "25", 4, false, X264).in(folder);
    var shorter = new CountedMaster("320x180", "25", 3.96, false, X264).in(folder);
    var faster = new CountedMaster("320x180", "50", 2, false, X264).in(folder);
    var shifted = folder.resolve("shifted.mp4");
    FfmpegProgram.run(
        List.of(
            "-i",
            one.toString(),
            "-vf",
            "trim=start_frame=1,tpad=stop=1,setpts=N/25/TB",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            shifted.toString()));

    make(one);
    assertThatThrownBy(() -> check(shorter))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessage("it has 100 frames, the master 99");
    assertThatThrownBy(() -> check(faster))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessage("it has another frame rate than the master");
    assertThatThrownBy(() -> check(shifted))
        .isInstanceOf(VerificationFailedException.class)
        .hasMessageContaining("it shows the master's frame");
  }

  @Test
  void masterItselfIsNoPreview() throws IOException {
    var master = new CountedMaster("320x180", "25", 3, false, X264).in(folder);
    Files.copy(master, preview());

    assertThatThrownBy(() -> check(master)).isInstanceOf(VerificationFailedException.class);
  }

  @Test
  void firstLastAndFiveBetweenAreCompared() {
    assertThat(PreviewCheck.compared(4500))
        .containsExactly(0L, 749L, 1499L, 2249L, 2999L, 3749L, 4499L);
    assertThat(PreviewCheck.compared(3)).containsExactly(0L, 1L, 2L);
    assertThat(PreviewCheck.compared(1)).containsExactly(0L);
  }
}
