package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.problem.ProblemException;
import org.junit.jupiter.api.Test;

final class ClipIdTest {
  @Test
  void anIdOfAnotherFormIsNoClip() {
    assertThatThrownBy(() -> new ClipId("3C1F")).isInstanceOf(ProblemException.class);
  }
}
