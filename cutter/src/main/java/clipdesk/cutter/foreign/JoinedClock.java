package clipdesk.cutter.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one clock of a transport stream that several recordings were joined in. Their times jump,
 * ahead or back, often without a flag that says so (ISO/IEC 13818-1, 2.4.3.5); here the pictures go
 * on as if the next recording had started when the last picture of the one before ended.
 */
public final class JoinedClock {
  static final int TICKS_PER_SECOND = 90_000;

  /** No picture is shown for longer, unless the recording stopped. */
  private static final long JUMP_TICKS = TICKS_PER_SECOND;

  /** Decoding times never go back; a demuxer that guesses one may be wrong by a few frames. */
  private static final long BACK_TICKS = TICKS_PER_SECOND / 5;

  /** Sound starts this close to its picture. */
  private static final long NEAR_TICKS = 5L * TICKS_PER_SECOND;

  private static final long A_FRAME = TICKS_PER_SECOND / 25;
  private static final long NONE = Long.MIN_VALUE;

  private final int video;
  private final List<Recording> recordings = new ArrayList<>(List.of(new Recording(0, 0)));
  private final Map<Integer, Position> positions = new HashMap<>();

  /**
   * @param starts decoding time of its first picture
   * @param shift what is added to all of its times
   */
  private record Recording(long starts, long shift) {}

  /** Where one stream is. */
  private static final class Position {
    private int recording;
    private long last = NONE;
    private long lastShown = NONE;
    private long step = A_FRAME;
  }

  /**
   * @param video number of the stream whose jumps count
   */
  public JoinedClock(int video) {
    this.video = video;
  }

  /** Whether no stream goes on like this, in ticks from one time to the next. */
  public static boolean isJump(long step) {
    return step > JUMP_TICKS || step < -BACK_TICKS;
  }

  /** To be called when the stream is read from its start again. */
  public void restart() {
    positions.clear();
  }

  /** How many places were found so far at which the clock jumps. */
  public int jumps() {
    return recordings.size() - 1;
  }

  /** What a report says of the jumps; empty if there are none. */
  public Optional<String> inWords() {
    if (jumps() == 0) {
      return Optional.empty();
    }
    var often = jumps() == 1 ? "once" : jumps() + " times";
    return Optional.of("gaps: the master's clock jumps " + often);
  }

  /** Behind how many jumps a stream is. */
  public int recording(int stream) {
    var position = positions.get(stream);
    return position == null ? 0 : position.recording;
  }

  /**
   * To be asked for each time of a stream in order.
   *
   * @param time decoding time as the stream says it
   * @param shown time of presentation
   * @return what to add to both
   */
  public long shift(int stream, long time, long shown) {
    var position = positions.computeIfAbsent(stream, _ -> new Position());
    if (position.last != NONE) {
      long step = time - position.last;
      if (isJump(step)) {
        jump(stream, time, shown, position);
      } else if (step > 0) {
        position.step = step;
      }
    }
    position.last = time;
    long shift = recordings.get(position.recording).shift;
    position.lastShown = Math.max(position.lastShown, shown + shift);
    return shift;
  }

  private void jump(int stream, long time, long shown, Position position) {
    int next = position.recording + 1;
    if (next < recordings.size()) {
      if (stream == video || Math.abs(time - recordings.get(next).starts) < NEAR_TICKS) {
        position.recording = next;
      }
    } else if (stream == video) {
      recordings.add(new Recording(time, position.lastShown + position.step - shown));
      position.recording = next;
    }
  }
}
