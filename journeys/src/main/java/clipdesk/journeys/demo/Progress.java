package clipdesk.journeys.demo;

/** Hears how far a long step is. */
interface Progress {
  /** For whoever does not want to know. */
  Progress UNHEARD = (_, _) -> {};

  /** So many frames are done of so many. */
  void at(long frames, long all);
}
