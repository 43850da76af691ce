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
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the sound of a range and encodes exactly its samples as AAC. */
final class SoundTrack implements AutoCloseable {
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
  private Optional<Coding> coding = Optional.empty();

  /** What turns decoded sound into packets; made for the first of it. */
  private record Coding(
      SoundConverter converter, SoundEncoder encoder, SoundRange range, SoundCheck check) {
    int rate() {
      return converter.sampleRate();
    }

    int hiddenSamples() {
      return encoder.initialSamples() + HIDDEN_SAMPLES;
    }
  }

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
    return coding.isPresent() && coding.get().range().complete();
  }

  private void take(AVFrame frame) {
    if (coding.isEmpty()) {
      coding = Optional.of(coding(frame));
    }
    var with = coding.get();
    int rate = with.rate();
    long position = StreamTime.of(frame.pts(), stream.time_base()).in(rate) - sound.in().in(rate);
    var converter = with.converter();
    with.range()
        .put(HIDDEN_SAMPLES + position - converter.delaySamples(), converter.convert(frame));
  }

  private Coding coding(AVFrame first) {
    var converter = new SoundConverter(first);
    int rate = converter.sampleRate();
    var encoder = new SoundEncoder(rate, converter.layout());
    int channels = converter.layout().nb_channels();
    var check = new SoundCheck(encoder.config(), rate, channels, encoder.initialSamples());
    var tick = new StreamTime(1, stream.time_base().num(), stream.time_base().den());
    var range =
        new SoundRange(
            channels,
            SoundEncoder.BLOCK_SAMPLES,
            HIDDEN_SAMPLES + wantedSamples(rate) + HIDDEN_SAMPLES,
            SoundRange.jitter(tick, rate),
            (block, length) -> {
              check.encoded(block, length);
              ready.addAll(encoder.encode(block, length));
            });
    return new Coding(converter, encoder, range, check);
  }

  private long wantedSamples(int rate) {
    return sound.out().in(rate) - sound.in().in(rate);
  }

  private long shownSamples(Coding with) {
    return Math.min(wantedSamples(with.rate()), with.range().samples() - HIDDEN_SAMPLES);
  }

  private void write() throws IOException {
    for (byte[] packet : ready) {
      coding.orElseThrow().check().packet(packet);
      output.write(samples, packet, SoundEncoder.BLOCK_SAMPLES, 0, true);
    }
    ready.clear();
  }

  /** The last packets. */
  void finish() throws IOException {
    decoder.finish();
    if (!isSilent()) {
      var with = coding.orElseThrow();
      with.range().finish();
      ready.addAll(with.encoder().finish());
      write();
      with.check().finish();
    }
  }

  /** Whether the master has nothing to hear there. */
  boolean isSilent() {
    return coding.isEmpty() || shownSamples(coding.get()) <= 0;
  }

  /**
   * @param source whose headers the track keeps
   */
  ClipTrack track(Track source) {
    var with = coding.orElseThrow();
    int channels = with.converter().layout().nb_channels();
    return new ClipTrack(
        source.withTimescale(with.rate()),
        NewDescription.aac(channels, with.rate(), with.encoder().config()),
        samples,
        0,
        with.hiddenSamples(),
        shownSamples(with),
        ONE_PACKET_BEFORE);
  }

  CutReport.Audio report() {
    var with = coding.orElseThrow();
    int preroll = with.hiddenSamples() / SoundEncoder.BLOCK_SAMPLES;
    return new CutReport.Audio(
        sound.id(), "aac", sound.language(), with.rate(), preroll, /* offsetSamples= */ 0);
  }

  @Override
  public void close() {
    decoder.close();
    coding.ifPresent(
        with -> {
          with.converter().close();
          with.encoder().close();
          with.check().close();
        });
  }
}
