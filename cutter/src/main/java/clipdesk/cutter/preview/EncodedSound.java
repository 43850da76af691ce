package clipdesk.cutter.preview;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.reencode.StereoSound;
import clipdesk.cutter.reencode.StreamTime;
import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The sound of a preview: stereo, in step with the pictures to the sample. */
final class EncodedSound implements PreviewSound {
  private static final int TRACK_NUMBER = 2;

  private final AVStream stream;
  private final StreamTime in;
  private final StreamTime out;
  private final String language;
  private final FrameDecoder decoder;
  private final EncodedOutput output;
  private Optional<StereoSound> sound = Optional.empty();

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

  @Override
  public void decode(AVPacket packet) throws IOException {
    if (packet.stream_index() == stream.index()) {
      decoder.decode(packet);
      write();
    }
  }

  private void take(AVFrame frame) {
    if (sound.isEmpty()) {
      var tick = StreamTime.of(1, stream.time_base());
      sound = Optional.of(new StereoSound(frame, in, out, tick, output));
    }
    sound.get().put(frame, StreamTime.of(frame.pts(), stream.time_base()));
  }

  private void write() throws IOException {
    if (sound.isPresent()) {
      sound.get().write();
    }
  }

  @Override
  public Optional<ClipTrack> finish() throws IOException {
    decoder.finish();
    return sound.isPresent() ? sound.get().finish(TRACK_NUMBER, language) : Optional.empty();
  }

  @Override
  public void close() {
    decoder.close();
    sound.ifPresent(StereoSound::close);
  }
}
