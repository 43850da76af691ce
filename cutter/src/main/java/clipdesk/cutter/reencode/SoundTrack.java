package clipdesk.cutter.reencode;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.SoundConverter;
import clipdesk.cutter.codec.SoundEncoder;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.reencode.Sources.Sound;
import clipdesk.cutter.report.CutReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the sound of a range and encodes exactly its samples as AAC. */
final class SoundTrack implements AutoCloseable {
  /** Rounded times of packets that follow each other may be off by a tick, and by this. */
  private static final int ROUNDING_SAMPLES = 2;

  private static final int ONE_PACKET_BEFORE = -1;

  /**
   * The encoder gets so much of what lies around the range, hidden by the edit list: from silence
   * to full sound it would need far more bits than it has.
   */
  private static final int HIDDEN_SAMPLES = 2 * SoundEncoder.BLOCK_SAMPLES;

  private final AVStream stream;
  private final Sound sound;
  private final EncodedOutput output;
  private final FrameDecoder decoder;
  private final SampleList samples = new SampleList();
  private final List<byte[]> ready = new ArrayList<>();
  private SoundConverter converter;
  private SoundEncoder encoder;
  private SoundRange range;

  SoundTrack(AVStream stream, Sound sound, EncodedOutput output) {
    this.stream = stream;
    this.sound = sound;
    this.output = output;
    this.decoder = new FrameDecoder(stream, this::take);
  }

  Sound sound() {
    return sound;
  }

  void decode(AVPacket packet) throws IOException {
    if (!complete()) {
      decoder.decode(packet);
      write();
    }
  }

  boolean complete() {
    return range != null && range.complete();
  }

  private void take(AVFrame frame) {
    if (converter == null) {
      converter = new SoundConverter(frame);
      encoder = new SoundEncoder(converter.sampleRate(), converter.layout());
      int rate = converter.sampleRate();
      var tick = new StreamTime(1, stream.time_base().num(), stream.time_base().den());
      range =
          new SoundRange(
              converter.layout().nb_channels(),
              SoundEncoder.BLOCK_SAMPLES,
              HIDDEN_SAMPLES + wantedSamples() + HIDDEN_SAMPLES,
              tick.in(rate) + ROUNDING_SAMPLES,
              (block, length) -> ready.addAll(encoder.encode(block, length)));
    }
    int rate = converter.sampleRate();
    long position = StreamTime.of(frame.pts(), stream.time_base()).in(rate) - sound.in().in(rate);
    range.put(HIDDEN_SAMPLES + position - converter.delaySamples(), converter.convert(frame));
  }

  private long wantedSamples() {
    int rate = converter.sampleRate();
    return sound.out().in(rate) - sound.in().in(rate);
  }

  private long shownSamples() {
    return Math.min(wantedSamples(), range.samples() - HIDDEN_SAMPLES);
  }

  private void write() throws IOException {
    for (byte[] packet : ready) {
      output.write(samples, packet, SoundEncoder.BLOCK_SAMPLES, 0, true);
    }
    ready.clear();
  }

  /** The last packets. */
  void finish() throws IOException {
    decoder.finish();
    if (!isSilent()) {
      range.finish();
      ready.addAll(encoder.finish());
      write();
    }
  }

  /** Whether the master has nothing to hear there. */
  boolean isSilent() {
    return range == null || shownSamples() <= 0;
  }

  /**
   * @param source whose headers the track keeps
   */
  ClipTrack track(Track source) {
    int channels = converter.layout().nb_channels();
    byte[] description = NewDescription.aac(channels, converter.sampleRate(), encoder.config());
    return new ClipTrack(
        source.withTimescale(converter.sampleRate()),
        description,
        samples,
        0,
        hiddenSamples(),
        shownSamples(),
        ONE_PACKET_BEFORE);
  }

  private int hiddenSamples() {
    return encoder.initialSamples() + HIDDEN_SAMPLES;
  }

  CutReport.Audio report() {
    int preroll = hiddenSamples() / SoundEncoder.BLOCK_SAMPLES;
    return new CutReport.Audio(
        sound.id(),
        "aac",
        sound.language(),
        converter.sampleRate(),
        preroll,
        /* offsetSamples= */ 0);
  }

  @Override
  public void close() {
    decoder.close();
    if (converter != null) {
      converter.close();
    }
    if (encoder != null) {
      encoder.close();
    }
  }
}
