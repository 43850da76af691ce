package clipdesk.transcript.revision;

import java.util.Locale;

/** Where the times of a revision come from as a whole. Each word says it for itself. */
public enum Timing {
  /** Words that were heard. */
  ALIGNED,
  /** Cues of a file of subtitles, shared by the letters of their words. */
  CUES,
  /** The length of the text alone: good for finding one's way, and for nothing else. */
  ESTIMATED,
  /** There are none: the master is another. */
  UNTIMED;

  /** As it stands in answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Timing of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** Whether subtitles can be made of them. */
  public boolean fitsSubtitles() {
    return this == ALIGNED || this == CUES;
  }
}
