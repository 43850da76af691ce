package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import clipdesk.cutter.reencode.Sources.Sound;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Finds a place in a master from which a moment can be decoded, its pictures and its sound. A
 * demuxer without an index seeks to where it guesses, so what it hit is looked at, and what lies
 * too late is tried further back.
 */
final class Approach implements AutoCloseable {
  private static final long[] MARGINS_MICROS = {1_500_000, 5_000_000, 20_000_000, 80_000_000};

  /** Further back the packets in between would take too much memory; sound is there by then. */
  private static final long LOOK_FOR_SOUND_MICROS = 5_000_000;

  /** Sound lies this close to its picture in the file. */
  private static final long INTERLEAVING_MICROS = 1_500_000;

  /**
   * Before its first right sample a decoder wants up to 80 ms (Opus); the rest is encoded, hidden.
   */
  private static final long PREROLL_MICROS = 150_000;

  private final Demuxer master;
  private final Sources sources;
  private final FrameTimes times;
  private final Deque<AVPacket> looked = new ArrayDeque<>();

  Approach(Demuxer master, Sources sources, FrameTimes times) {
    this.master = master;
    this.sources = sources;
    this.times = times;
  }

  /** Leaves the demuxer behind the packets that {@link #next} gives first. */
  void begin() throws IOException {
    long before =
        times.in().micros() - new StreamTime(times.first(), times.num(), times.den()).micros();
    for (long margin : MARGINS_MICROS) {
      if (margin >= before || master.gaps().isPresent()) {
        break;
      }
      if (beginsBefore(margin)) {
        return;
      }
    }
    close();
    master.restart();
  }

  private boolean beginsBefore(long margin) throws IOException {
    close();
    long ticks =
        times.ticks()[0] - new StreamTime(margin, times.den(), times.num() * 1_000_000L).in(1);
    if (!master.seek(sources.video(master), ticks)) {
      return false;
    }
    boolean key = false;
    List<Sound> missing =
        new ArrayList<>(margin > LOOK_FOR_SOUND_MICROS ? List.of() : sources.sounds());
    while (!key || !missing.isEmpty()) {
      var read = master.read();
      if (read.isEmpty()) {
        return false;
      }
      var packet = read.get();
      if (packet.stream_index() == sources.videoIndex()) {
        if (!key && (packet.flags() & AV_PKT_FLAG_KEY) != 0) {
          key = true;
          // Where the clock jumps back further on, the same time comes again.
          boolean again = times.position() >= 0 && packet.pos() > times.position();
          if (packet.pts() > times.ticks()[0] || again) {
            return false;
          }
        }
        if (key && time(packet).micros() > times.in().micros() + INTERLEAVING_MICROS) {
          // Nothing to hear here, unless it lies much further ahead of its picture in the file.
          return margin == LOOK_FOR_SOUND_MICROS;
        }
        if (!key) {
          continue;
        }
      }
      for (var sound : sources.sounds()) {
        if (packet.stream_index() == sound.index()
            && missing.remove(sound)
            && isLate(packet, sound)) {
          return false;
        }
      }
      looked.addLast(av_packet_clone(packet));
    }
    return true;
  }

  private StreamTime time(AVPacket packet) {
    return new StreamTime(packet.pts(), times.num(), times.den());
  }

  private boolean isLate(AVPacket packet, Sound sound) {
    var base = master.stream(sound.index()).time_base();
    return StreamTime.of(packet.pts(), base).micros() > sound.in().micros() - PREROLL_MICROS;
  }

  /** The next packet of any stream, in the order of the file, given to {@code use}. */
  boolean next(Use use) throws IOException {
    if (looked.isEmpty()) {
      var read = master.read();
      if (read.isPresent()) {
        use.packet(read.get());
      }
      return read.isPresent();
    }
    var packet = looked.removeFirst();
    try {
      use.packet(packet);
    } finally {
      av_packet_free(packet);
    }
    return true;
  }

  /** Sees a packet, which lives no longer than the call. */
  interface Use {
    void packet(AVPacket packet) throws IOException;
  }

  @Override
  public void close() {
    for (var packet : looked) {
      av_packet_unref(packet);
      av_packet_free(packet);
    }
    looked.clear();
  }
}
