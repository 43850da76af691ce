package clipdesk.transcript.cues;

import java.util.List;

/**
 * @param outOfBounds numbers of cues that are shorter, longer or wider than they should be
 */
public record Subtitles(List<SubtitleCue> cues, List<Integer> outOfBounds) {
  public Subtitles {
    cues = List.copyOf(cues);
    outOfBounds = List.copyOf(outOfBounds);
  }
}
