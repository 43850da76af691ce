package clipdesk.transcript.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.transcript.refusals.MalformedInputException;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActivityJsonTest {
  private static final String KEPT = "{\"schema\":1,\"durationMs\":1005,\"steps\":[3,2,94,2]}";

  @Test
  void activityIsKeptToTheStep() {
    var speech = new BitSet();
    speech.set(3, 5);
    speech.set(99, 101);

    assertThat(ActivityJson.write(new Activity(speech, 1_005))).isEqualTo(KEPT);
    assertThat(ActivityJson.write(ActivityJson.read(KEPT))).isEqualTo(KEPT);
    assertThat(ActivityJson.read(KEPT).pauses()).isEqualTo(new Activity(speech, 1_005).pauses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"schema\":2,\"durationMs\":9,\"steps\":[]}",
        "{\"schema\":1,\"durationMs\":-9,\"steps\":[]}",
        "{\"schema\":1,\"durationMs\":1e99,\"steps\":[]}",
        "{\"schema\":1,\"durationMs\":NaN,\"steps\":[]}",
        "{\"schema\":1,\"durationMs\":1000,\"steps\":[1,-1]}",
        "{\"schema\":1,\"durationMs\":1000,\"steps\":[1,\"x\"]}",
        "{\"schema\":1,\"durationMs\":1000,\"steps\":[1,100]}",
        "{\"schema\":1,\"durationMs\":1000,\"steps\":[1e18,1e18]}"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ActivityJson.read(text)).isInstanceOf(MalformedInputException.class);
  }
}
