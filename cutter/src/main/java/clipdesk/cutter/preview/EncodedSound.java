package clipdesk.cutter.preview;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.SoundConverter;
import clipdesk.cutter.codec.SoundEncoder;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.reencode.SoundRange;
import clipdesk.cutter.reencode.StreamTime;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The sound of a preview: stereo, in step with the pictures to the sample. An encoder writes
 * packets that come before its first sample; they are left out, so that no edit list has to hide
 * them. What that costs is the first packet's fade-in of 21 ms.
 */
final class EncodedSound implements PreviewSound {
  private static final int BITS_PER_SECOND_AND_CHANNEL = 64_000;
  private static final int TRACK_NUMBER = 2;
  private static final int ONE_PACKET_BEFORE = -1;

  /** Rounded times of packets that follow each other may be off by a tick, and by this. */
  private static final int ROUNDING_SAMPLES = 2;

  private final AVStream stream;
  private final StreamTime in;
  private final StreamTime out;
  private final String language;
  private final FrameDecoder decoder;
  private final EncodedOutput output;
  private final SampleList samples = new SampleList();
  private final Deque<byte[]> ready = new ArrayDeque<>();
  private Optional<Coding> coding = Optional.empty();

  /**
   * @param in when the pictures begin, on the sound's own clock
   * @param out when they end
   */
  EncodedSound(
      AVStream stream, StreamTime in, StreamTime out, String language, EncodedOutput output) {
    this.stream = stream;
    this.in = in;
    this.out = out;
    this.language = language;
    this.output = output;
    this.decoder = new FrameDecoder(stream, this::take);
  }

  private static final class Coding {
    private final SoundConverter converter;
    private final SoundEncoder encoder;
    private final SoundRange range;
    private int packetsBefore;

    Coding(SoundConverter converter, SoundEncoder encoder, SoundRange range) {
      this.converter = converter;
      this.encoder = encoder;
      this.range = range;
      this.packetsBefore = encoder.initialSamples() / SoundEncoder.BLOCK_SAMPLES;
    }
  }

  @Override
  public void decode(AVPacket packet) throws IOException {
    if (packet.stream_index() == stream.index()) {
      decoder.decode(packet);
      write();
    }
  }

  private void take(AVFrame frame) {
    if (coding.isEmpty()) {
      coding = Optional.of(coding(frame));
    }
    var converter = coding.get().converter;
    int rate = converter.sampleRate();
    long position = StreamTime.of(frame.pts(), stream.time_base()).in(rate) - in.in(rate);
    coding.get().range.put(position - converter.delaySamples(), converter.convert(frame));
  }

  private Coding coding(AVFrame first) {
    var converter = SoundConverter.stereo(first);
    int rate = converter.sampleRate();
    var encoder = new SoundEncoder(rate, converter.layout(), BITS_PER_SECOND_AND_CHANNEL);
    var tick = new StreamTime(1, stream.time_base().num(), stream.time_base().den());
    var range =
        new SoundRange(
            converter.layout().nb_channels(),
            SoundEncoder.BLOCK_SAMPLES,
            out.in(rate) - in.in(rate),
            tick.in(rate) + ROUNDING_SAMPLES,
            (block, length) -> ready.addAll(encoder.encode(block, length)));
    return new Coding(converter, encoder, range);
  }

  private void write() throws IOException {
    while (!ready.isEmpty()) {
      byte[] packet = ready.removeFirst();
      var with = coding.orElseThrow();
      if (with.packetsBefore > 0) {
        with.packetsBefore--;
        continue;
      }
      long left = with.range.samples() - samples.ticks();
      if (left > 0) {
        int duration = (int) Math.min(SoundEncoder.BLOCK_SAMPLES, left);
        output.write(samples, packet, duration, 0, /* isSync= */ true);
      }
    }
  }

  @Override
  public Optional<ClipTrack> finish() throws IOException {
    decoder.finish();
    if (coding.isEmpty() || coding.get().range.samples() == 0) {
      return Optional.empty();
    }
    var with = coding.get();
    with.range.finish();
    ready.addAll(with.encoder.finish());
    write();
    int rate = with.converter.sampleRate();
    int channels = with.converter.layout().nb_channels();
    return Optional.of(
        new ClipTrack(
            NewMovie.sound(TRACK_NUMBER, rate, language),
            NewDescription.aac(channels, rate, with.encoder.config()),
            samples,
            0,
            0,
            ClipTrack.WHOLE,
            ONE_PACKET_BEFORE));
  }

  @Override
  public void close() {
    decoder.close();
    coding.ifPresent(
        with -> {
          with.converter.close();
          with.encoder.close();
        });
  }
}
