package clipdesk.cutter.report;

/** Hears how far a cut is. Called from the thread that cuts; it must return quickly. */
@FunctionalInterface
public interface ProgressListener {
  /** A listener for whom nobody waits. */
  ProgressListener NONE = (phase, percent) -> {};

  /**
   * @param percent of the whole cut, 0 to 100, never falling within one method
   */
  void progress(CutPhase phase, int percent);
}
