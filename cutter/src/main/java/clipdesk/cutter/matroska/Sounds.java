package clipdesk.cutter.matroska;

import clipdesk.cutter.mp4.ListedSamples;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/**
 * A track of sound as one of an MP4. Its packets follow each other without a gap, so the samples in
 * them are counted; a time that is off by more than a packet begins anew.
 */
record Sounds(TrackEntry entry, Frames frames, long tickNanos, long zeroNanos) {
  private static final double NANOS = 1e9;
  private static final int AAC_SAMPLES = 1024;

  /** The codec's clock and sample entry. */
  private record Coding(long rate, byte[] description) {}

  /**
   * @throws UnsupportedMasterException if it is not AAC as it is
   */
  Track track() {
    var coding = coding();
    var samples = new ListedSamples();
    long delay = Math.round(entry.codecDelayNanos * coding.rate / NANOS);
    long end = Long.MIN_VALUE;
    for (int i = 0; i < frames.count(); i++) {
      if (frames.time(i) != Frames.UNKNOWN) {
        long said = ticks(frames.time(i), coding.rate);
        if (end == Long.MIN_VALUE || Math.abs(said - end) > AAC_SAMPLES) {
          end = i == 0 ? firstTime(coding) : Math.max(end, said);
        }
      }
      samples.endsAt(end);
      samples.add(new ListedSamples.Row(frames.offset(i), frames.size(i), AAC_SAMPLES, 0, true, 1));
      end += AAC_SAMPLES;
    }
    return NewMovie.sound(entry.number, coding.rate, entry.language)
        .holding(coding.description, samples, delay);
  }

  private long ticks(long time, long rate) {
    return Math.round((time * tickNanos - zeroNanos) * (rate / NANOS));
  }

  /**
   * What fits best to the rounded times of the first packets, as long as they follow each other.
   */
  private long firstTime(Coding coding) {
    double half = tickNanos * coding.rate / NANOS / 2;
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    long since = 0;
    for (int i = 0; i < frames.count(); i++) {
      if (frames.time(i) != Frames.UNKNOWN) {
        double start = (frames.time(i) * tickNanos - zeroNanos) * (coding.rate / NANOS) - since;
        if (start - half > to || start + half < from) {
          break;
        }
        from = Math.max(from, start - half);
        to = Math.min(to, start + half);
      }
      since += AAC_SAMPLES;
    }
    return Math.round((from + to) / 2);
  }

  private Coding coding() {
    if (entry.encoded || !entry.codec.equals("A_AAC") || entry.codecPrivate.length < 2) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "sound of " + entry.codec + " in Matroska");
    }
    return aac(entry.codecPrivate);
  }

  /** {@code AudioSpecificConfig} of AAC LC with frames of 1024 samples, and nothing above it. */
  private Coding aac(byte[] config) {
    int[] rates = {
      96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000
    };
    int objectType = (config[0] & 0xff) >> 3;
    int index = ((config[0] & 7) << 1) | ((config[1] & 0x80) >> 7);
    boolean short960 = (config[1] & 4) != 0;
    if (objectType != 2 || index >= rates.length || short960) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "AAC of object type %d in Matroska".formatted(objectType));
    }
    return new Coding(rates[index], NewDescription.aac(entry.channels, rates[index], config));
  }
}
