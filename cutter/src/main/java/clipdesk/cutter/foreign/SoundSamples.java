package clipdesk.cutter.foreign;

import clipdesk.cutter.mp4.ListedSamples;

/**
 * Listed packets of sound as samples. They follow each other without a gap, so what sounds in them
 * is counted; a time that is off by more than a packet begins anew.
 *
 * @param ticksPerSecond of the times of the packets
 * @param zeroTicks the time that becomes 0
 * @param rate of the sound, the track's timescale
 * @param packetSamples how long each packet sounds
 */
public record SoundSamples(
    Frames frames, long ticksPerSecond, long zeroTicks, long rate, int packetSamples) {

  public ListedSamples list() {
    var samples = new ListedSamples();
    long end = Long.MIN_VALUE;
    for (int i = 0; i < frames.count(); i++) {
      if (frames.time(i) != Frames.UNKNOWN) {
        long said = Math.round(exact(i));
        if (end == Long.MIN_VALUE || Math.abs(said - end) > packetSamples) {
          end = i == 0 ? firstTime() : Math.max(end, said);
        }
      }
      samples.endsAt(end);
      samples.add(
          new ListedSamples.Row(frames.offset(i), frames.size(i), packetSamples, 0, true, 1));
      end += packetSamples;
    }
    return samples;
  }

  /** What a packet says of its time, in the clock of the track. */
  private double exact(int packet) {
    return (frames.time(packet) - zeroTicks) * (rate / (double) ticksPerSecond);
  }

  /**
   * What fits best to the rounded times of the first packets, as long as they follow each other.
   */
  private long firstTime() {
    double half = rate / (double) ticksPerSecond / 2;
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    long since = 0;
    for (int i = 0; i < frames.count(); i++) {
      if (frames.time(i) != Frames.UNKNOWN) {
        double start = exact(i) - since;
        if (start - half > to || start + half < from) {
          break;
        }
        from = Math.max(from, start - half);
        to = Math.min(to, start + half);
      }
      since += packetSamples;
    }
    return Math.round((from + to) / 2);
  }
}
