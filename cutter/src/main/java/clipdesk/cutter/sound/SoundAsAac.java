package clipdesk.cutter.sound;

import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.reencode.StereoSound;
import clipdesk.cutter.reencode.StreamTime;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber.SampleMode;

/** A sound for whoever takes nothing but AAC of one or two channels: some 60 MB an hour. */
public final class SoundAsAac implements AutoCloseable {
  private static final int MICROS = 1_000_000;
  private static final long MICROS_OF_A_MS = 1_000;
  private static final int TRACK_NUMBER = 1;
  private static final StreamTime TICK = micros(1);

  private final EncodedOutput output;
  private final StreamTime end;
  private Optional<StereoSound> sound = Optional.empty();

  private SoundAsAac(EncodedOutput output, StreamTime end) {
    this.output = output;
    this.end = end;
  }

  /**
   * Writes and publishes.
   *
   * @param file with one sound, such as {@link clipdesk.cutter.SoundCopy} writes; silence in it
   *     stays as long as it is
   * @throws UnsupportedMasterException if it cannot be decoded, or nothing is in it
   */
  public static void write(Path file, int durationMs, ClipSink sink) throws IOException {
    try (var output = new EncodedOutput(sink);
        var aac = new SoundAsAac(output, micros(MICROS_OF_A_MS * durationMs))) {
      DecodedSound.play(file, SampleMode.RAW, aac::take);
      sink.finish(aac.finish());
    }
  }

  private static StreamTime micros(long micros) {
    return new StreamTime(micros, 1, MICROS);
  }

  private void take(Frame frame) throws IOException {
    var decoded = (AVFrame) frame.opaque;
    if (sound.isEmpty()) {
      sound = Optional.of(new StereoSound(decoded, micros(0), end, TICK, output));
    }
    sound.get().put(decoded, micros(frame.timestamp));
    sound.get().write();
  }

  /** Answers with the size in bytes. */
  private long finish() throws IOException {
    if (sound.isPresent()) {
      var track = sound.get().finish(TRACK_NUMBER, "und");
      if (track.isPresent()) {
        return output.finish(NewMovie.empty(), List.of(track.get())).sizeBytes();
      }
    }
    throw new UnsupportedMasterException(FallbackReason.SOUND_CODEC, "it is silent");
  }

  @Override
  public void close() {
    sound.ifPresent(StereoSound::close);
  }
}
