package clipdesk.media.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clipdesk.common.problem.ProblemException;
import clipdesk.cutter.frames.FrameRange;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClipIdTest {
  private static final String VIDEO = "2026-02-12-ministers-presser";
  private static final String MASTER = "9f2c11d0a4be7710";

  /** Taken from the words of the contract with sha256sum; a change makes every clip a new one. */
  @Test
  void threeIdsStayAsTheyAre() {
    assertThat(id(30087, 30837, List.of("a1", "v1")))
        .isEqualTo("98c892abcb41da900c394d1b7060b6de1958c9f2");
    assertThat(id(44010, 44760, List.of("v1")))
        .isEqualTo("0e0b56871d26a971679c80ddab991217c6337e77");
    assertThat(id(0, 1, List.of("a1", "a2", "v1")))
        .isEqualTo("3ad05c4a037df0d3431332ad874896d12a55fbbf");
  }

  @Test
  void theOrderOfTheTracksDoesNotMatter() {
    assertThat(id(0, 25, List.of("v1", "a2", "a1")))
        .isEqualTo(id(0, 25, List.of("a1", "a2", "v1")));
  }

  @Test
  void anIdOfAnotherFormIsNoClip() {
    assertThatThrownBy(() -> new ClipId("3C1F")).isInstanceOf(ProblemException.class);
  }

  private static String id(long in, long out, List<String> tracks) {
    return ClipId.of(VIDEO, MASTER, new FrameRange(in, out), tracks).text();
  }
}
