package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import clipdesk.cutter.foreign.JoinedClock;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Times of packets, of which either may be missing. */
final class PacketTimes {
  private PacketTimes() {}

  /** Gives a packet its time on the one clock. */
  static void adjust(AVPacket packet, JoinedClock clock) {
    long time = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
    if (time != AV_NOPTS_VALUE) {
      long shown = packet.pts() == AV_NOPTS_VALUE ? time : packet.pts();
      shift(packet, clock.shift(packet.stream_index(), time, shown));
    }
  }

  /** Moves those that are there. */
  static void shift(AVPacket packet, long ticks) {
    if (ticks == 0) {
      return;
    }
    if (packet.pts() != AV_NOPTS_VALUE) {
      packet.pts(packet.pts() + ticks);
    }
    if (packet.dts() != AV_NOPTS_VALUE) {
      packet.dts(packet.dts() + ticks);
    }
  }
}
