package clipdesk.journeys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone's HEVC with the layer of the local stack, which has no encoder for it. */
final class HevcJourneyIT {
  private static final Stack STACK = Stack.deployed();
  private static final String VIDEO = Person.unique("phone");

  private static Clips clips;

  @BeforeAll
  static void uploadAVideo(@TempDir Path files) throws IOException {
    Emulated.only(STACK, "the stack may have the layer with an encoder for HEVC");
    var upload = new Upload(STACK, VIDEO);
    upload.master(OddMasters.inHevc(files.resolve("master.mp4")));
    var description = upload.description();
    description.remove("audio");
    assertThat(upload.describe(description)).containsEntry("result", "accepted");
    var journalist = Person.named(STACK, "journalist", "en");
    journalist.join();
    clips = new Clips(journalist, VIDEO);
  }

  @Test
  void rangeFromEntryToEntryIsCopied() {
    assertThat(report(25, 75)).containsEntry("method", "copy");
  }

  @Test
  void anyOtherRangeIsEncodedAndTheCopyableOneNamed() {
    assertThat(report(20, 80))
        .containsEntry("method", "reencode")
        .containsEntry("copyable", Map.of("inFrame", 25, "outFrame", 80));
  }

  private static Map<Object, Object> report(long in, long out) {
    var asked = clips.request(new long[] {in, out}).expect(202);
    var id = (String) asked.objects("clips").getFirst().get("clipId");
    var clip = clips.await(id, _ -> {});
    assertThat(clip.text("status")).isEqualTo("ready");
    return Map.copyOf((Map<?, ?>) requireNonNull(clip.json().get("report")));
  }
}
