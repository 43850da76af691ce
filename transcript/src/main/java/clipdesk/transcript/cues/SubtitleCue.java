package clipdesk.transcript.cues;

import java.util.List;
import java.util.Optional;

/**
 * A cue: lines of the text in milliseconds {@code [inMs, outMs)}.
 *
 * @param speaker the name of who speaks, as it is shown
 * @param speakerChanges whether somebody else spoke in the cue before
 */
public record SubtitleCue(
    int inMs, int outMs, List<String> lines, Optional<String> speaker, boolean speakerChanges) {
  public SubtitleCue {
    lines = List.copyOf(lines);
  }
}
