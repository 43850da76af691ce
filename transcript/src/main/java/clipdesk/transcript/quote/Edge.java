package clipdesk.transcript.quote;

/** How an edge of a quote was found; callers are told. */
public enum Edge {
  /** In a pause of the sound. */
  PAUSE,
  /** In running speech: a bit of the neighbouring word is heard. */
  PADDED,
  /** The word's own time is not certain: by as much more as it may be off. */
  WIDENED
}
