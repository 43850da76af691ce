package clipdesk.cutter.reencode;

import clipdesk.cutter.FrameRange;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import org.bytedeco.javacv.Frame;

/** What of the decoded stream belongs to the range: frames by number, sound by sample. */
final class Selection {
  private static final Buffer[] NOTHING = {};

  private final FrameRange range;
  private final FrameNumbers numbers;
  private final double samplesPerMicro;
  private final long wantedSamples;
  private long next;
  private long samples;

  Selection(FrameRange range, FrameNumbers numbers, int sampleRate) {
    this.range = range;
    this.numbers = numbers;
    this.samplesPerMicro = sampleRate / 1_000_000.0;
    this.next = range.in();
    this.wantedSamples =
        Math.round(
            (numbers.microsOf(range.out()) - numbers.microsOf(range.in())) * samplesPerMicro);
  }

  /** Whether this picture is the next one of the range; each is taken once. */
  boolean wants(Frame frame) {
    if (next < range.out() && numbers.frameAt(frame.timestamp) == next) {
      next++;
      return true;
    }
    return false;
  }

  /** The samples of a packet that lie in the range; none if it lies outside. */
  Buffer[] trimmed(Frame frame) {
    int channels = frame.samples.length > 1 ? 1 : frame.audioChannels;
    int length = frame.samples[0].limit() / channels;
    long first = Math.round((frame.timestamp - numbers.microsOf(range.in())) * samplesPerMicro);
    // A packet that continues the last one starts exactly there: its rounded time is not trusted.
    if (samples > 0 && Math.abs(first - samples) <= 2) {
      first = samples;
    }
    long from = Math.max(0, samples - first);
    long to = Math.min(length, wantedSamples - first);
    if (from >= to) {
      return NOTHING;
    }
    samples = first + to;
    var trimmed = new Buffer[frame.samples.length];
    for (int i = 0; i < trimmed.length; i++) {
      trimmed[i] = slice(frame.samples[i], (int) from * channels, (int) (to - from) * channels);
    }
    return trimmed;
  }

  /** Whether nothing more can come. */
  boolean complete(boolean sound) {
    return next == range.out() && (!sound || samples >= wantedSamples);
  }

  long frames() {
    return next - range.in();
  }

  long outMicros() {
    return numbers.microsOf(range.out());
  }

  int percent() {
    return (int) (100 * frames() / range.frames());
  }

  private static Buffer slice(Buffer buffer, int from, int length) {
    return switch (buffer) {
      case ShortBuffer shorts -> shorts.slice(from, length);
      case FloatBuffer floats -> floats.slice(from, length);
      case IntBuffer ints -> ints.slice(from, length);
      case ByteBuffer bytes -> bytes.slice(from, length);
      case DoubleBuffer doubles -> doubles.slice(from, length);
      default -> throw new IllegalArgumentException("Unknown samples " + buffer.getClass());
    };
  }
}
