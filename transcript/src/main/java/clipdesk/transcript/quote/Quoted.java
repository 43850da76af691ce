package clipdesk.transcript.quote;

import clipdesk.transcript.script.WordRange;

/** What becomes of a quote. */
public sealed interface Quoted {
  /** It can be cut: milliseconds {@code [inMs, outMs)}, to be widened to frames. */
  record Times(int inMs, int outMs, Edge in, Edge out) implements Quoted {}

  /**
   * Its words have no times, or none that are good enough.
   *
   * @param uncertaintyMs how far off they may be, −1 if there is no time at all
   * @param nearest words around it whose times are certain; empty if there are none
   */
  record Untimed(int uncertaintyMs, WordRange nearest) implements Quoted {}
}
