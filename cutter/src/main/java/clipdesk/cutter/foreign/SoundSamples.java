package clipdesk.cutter.foreign;

import clipdesk.cutter.mp4.ListedSamples;

/**
 * Listed packets of sound as samples. They follow each other without a gap, so what sounds in them
 * is counted; a time that is off by more than a packet begins anew. Where recordings were joined,
 * each begins at its own time, and ends what still sounds of the one before.
 *
 * @param ticksPerSecond of the times of the packets
 * @param zeroTicks the time that becomes 0
 * @param rate of the sound, the track's timescale
 * @param packetSamples how long each packet sounds
 */
public record SoundSamples(
    Frames frames, long ticksPerSecond, long zeroTicks, long rate, int packetSamples) {

  public ListedSamples list() {
    var starts = starts();
    var samples = new ListedSamples();
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] != Frames.UNKNOWN) {
        samples.endsAt(starts[i]);
        samples.add(
            new ListedSamples.Row(frames.offset(i), frames.size(i), packetSamples, 0, true, 1));
      }
    }
    return samples;
  }

  /** When each packet begins to sound, {@link Frames#UNKNOWN} for those that shall not. */
  private long[] starts() {
    var starts = new long[frames.count()];
    long next = Long.MIN_VALUE;
    for (int i = 0; i < starts.length; i++) {
      if (frames.time(i) != Frames.UNKNOWN) {
        long said = Math.round(exact(i));
        if (frames.isJoined(i)) {
          next = said;
          hush(starts, i, said);
        } else if (i == 0 || Math.abs(said - next) > packetSamples) {
          next = i == 0 ? firstTime() : Math.max(next, said);
        }
      }
      starts[i] = next;
      next += packetSamples;
    }
    return starts;
  }

  /** Takes out what sounds until now and goes on. */
  private void hush(long[] starts, int before, long now) {
    for (int i = before - 1; i >= 0 && starts[i] + packetSamples > now; i--) {
      starts[i] = Frames.UNKNOWN;
    }
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
