package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Makes one clock of a transport stream that several recordings were joined in. Their times jump,
 * ahead or back, often without a flag that says so (ISO/IEC 13818-1, 2.4.3.5); here the pictures go
 * on as if the next recording had started when the last picture of the one before ended.
 */
final class JoinedClock {
  static final int TICKS_PER_SECOND = 90_000;

  /** No picture is shown for longer, unless the recording stopped. */
  private static final long JUMP_TICKS = TICKS_PER_SECOND;

  /** Decoding times never go back; a demuxer that guesses one may be wrong by a few frames. */
  private static final long BACK_TICKS = TICKS_PER_SECOND / 5;

  /** Sound starts this close to its picture. */
  private static final long NEAR_TICKS = 5L * TICKS_PER_SECOND;

  private static final long A_FRAME = TICKS_PER_SECOND / 25;

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
    private long last = AV_NOPTS_VALUE;
    private long lastShown = Long.MIN_VALUE;
    private long step = A_FRAME;
  }

  /**
   * @param video index of the stream whose jumps count
   */
  JoinedClock(int video) {
    this.video = video;
  }

  /** To be called when the stream is read from its start again. */
  void restart() {
    positions.clear();
  }

  /** How many places were found so far at which the clock jumps. */
  int jumps() {
    return recordings.size() - 1;
  }

  /** Gives a packet its time on the one clock. */
  void adjust(AVPacket packet) {
    long time = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    if (time == AV_NOPTS_VALUE) {
      return;
    }
    long shown = packet.pts() == AV_NOPTS_VALUE ? time : packet.pts();
    long shift = shift(packet.stream_index(), time, shown);
    if (packet.pts() != AV_NOPTS_VALUE) {
      packet.pts(packet.pts() + shift);
    }
    if (packet.dts() != AV_NOPTS_VALUE) {
      packet.dts(packet.dts() + shift);
    }
  }

  /**
   * @param time decoding time as the stream says it
   * @param shown time of presentation
   * @return what to add to both
   */
  long shift(int stream, long time, long shown) {
    var position = positions.computeIfAbsent(stream, _ -> new Position());
    if (position.last != AV_NOPTS_VALUE) {
      long step = time - position.last;
      if (step > JUMP_TICKS || step < -BACK_TICKS) {
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
