package clipdesk.cutter.reencode;

import clipdesk.cutter.codec.SoundConverter;
import clipdesk.cutter.codec.SoundEncoder;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.output.EncodedOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decoded sound as AAC in two channels, in step with its range to the sample. An encoder writes
 * packets that come before its first sample; they are left out, so that no edit list has to hide
 * them. What that costs is the first packet's fade-in of 21 ms.
 */
public final class StereoSound implements AutoCloseable {
  private static final int BITS_PER_SECOND_AND_CHANNEL = 64_000;
  private static final int ONE_PACKET_BEFORE = -1;

  /** Rounded times of packets that follow each other may be off by a tick, and by this. */
  private static final int ROUNDING_SAMPLES = 2;

  private final StreamTime in;
  private final EncodedOutput output;
  private final SampleList samples = new SampleList();
  private final Deque<byte[]> ready = new ArrayDeque<>();
  private final SoundConverter converter;
  private final SoundEncoder encoder;
  private final SoundRange range;
  private int packetsBefore;

  /**
   * @param first what is {@linkplain #put put} first
   * @param in when the range begins, on the sound's own clock
   * @param out when it ends
   * @param tick of the clock that times are told by
   */
  public StereoSound(
      AVFrame first, StreamTime in, StreamTime out, StreamTime tick, EncodedOutput output) {
    this.in = in;
    this.output = output;
    this.converter = SoundConverter.stereo(first);
    int rate = converter.sampleRate();
    this.encoder = new SoundEncoder(rate, converter.layout(), BITS_PER_SECOND_AND_CHANNEL);
    this.packetsBefore = encoder.initialSamples() / SoundEncoder.BLOCK_SAMPLES;
    this.range =
        new SoundRange(
            converter.layout().nb_channels(),
            SoundEncoder.BLOCK_SAMPLES,
            out.in(rate) - in.in(rate),
            tick.in(rate) + ROUNDING_SAMPLES,
            (block, length) -> ready.addAll(encoder.encode(block, length)));
  }

  /**
   * Encodes; {@link #write} has to follow.
   *
   * @param time of the first of its samples
   */
  public void put(AVFrame frame, StreamTime time) {
    int rate = converter.sampleRate();
    long position = time.in(rate) - in.in(rate);
    range.put(position - converter.delaySamples(), converter.convert(frame));
  }

  /** Sends the packets that are ready. */
  public void write() throws IOException {
    while (!ready.isEmpty()) {
      byte[] packet = ready.removeFirst();
      if (packetsBefore > 0) {
        packetsBefore--;
        continue;
      }
      long left = range.samples() - samples.ticks();
      if (left > 0) {
        int duration = (int) Math.min(SoundEncoder.BLOCK_SAMPLES, left);
        output.write(samples, packet, duration, 0, /* isSync= */ true);
      }
    }
  }

  /** Sends the last packets; empty if nothing of it lies in the range. */
  public Optional<ClipTrack> finish(int number, String language) throws IOException {
    if (range.samples() == 0) {
      return Optional.empty();
    }
    range.finish();
    ready.addAll(encoder.finish());
    write();
    int rate = converter.sampleRate();
    return Optional.of(
        new ClipTrack(
            NewMovie.sound(number, rate, language),
            NewDescription.aac(converter.layout().nb_channels(), rate, encoder.config()),
            samples,
            0,
            0,
            ClipTrack.WHOLE,
            ONE_PACKET_BEFORE));
  }

  @Override
  public void close() {
    converter.close();
    encoder.close();
  }
}
