package clipdesk.transcript.refusals;

/** What is wrong with one item of a list, counted from 0. */
public record Fault(int index, String message) {
  /** No more are told at a time. */
  public static final int MOST = 20;
}
