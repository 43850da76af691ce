package clipdesk.transcript.timing;

import java.util.Arrays;

/** Times of words {@code [0, size)} in milliseconds; words without a time are at −1. */
public final class WordTimes {
  public static final int NO_TIME = -1;

  private final int[] in;
  private final int[] duration;
  private final How[] how;
  private final int[] uncertainty;

  public WordTimes(int size) {
    in = new int[size];
    duration = new int[size];
    how = new How[size];
    uncertainty = new int[size];
    Arrays.fill(in, NO_TIME);
    Arrays.fill(how, How.N);
  }

  public void set(int word, How kind, int inMs, int outMs, int uncertaintyMs) {
    in[word] = inMs;
    duration[word] = outMs - inMs;
    how[word] = kind;
    uncertainty[word] = uncertaintyMs;
  }

  /** Takes the word's time away. */
  public void clear(int word, How kind) {
    set(word, kind, NO_TIME, NO_TIME, 0);
  }

  public int size() {
    return in.length;
  }

  public int in(int word) {
    return in[word];
  }

  public int out(int word) {
    return in[word] + duration[word];
  }

  public How how(int word) {
    return how[word];
  }

  /** How far its start may be off; 0 where it was heard or set. */
  public int uncertainty(int word) {
    return uncertainty[word];
  }

  public boolean hasTime(int word) {
    return how[word].hasTime();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordTimes times
        && Arrays.equals(in, times.in)
        && Arrays.equals(duration, times.duration)
        && Arrays.equals(how, times.how)
        && Arrays.equals(uncertainty, times.uncertainty);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(in) * 31 + Arrays.hashCode(how);
  }
}
