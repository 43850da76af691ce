package clipdesk.transcript.editlist;

import java.util.Optional;

/**
 * Frames {@code [in, out)} of a master.
 *
 * @param name what it is called in the suite
 */
public record ListedClip(
    ListedMaster master,
    String name,
    long in,
    long out,
    Optional<String> speaker,
    Optional<String> outlet,
    Optional<String> quote) {
  public ListedClip {
    if (in < 0 || out <= in || out > master.frames()) {
      throw new IllegalArgumentException(
          "No frames of %d: [%d, %d)".formatted(master.frames(), in, out));
    }
  }

  public long frames() {
    return out - in;
  }
}
