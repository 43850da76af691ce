package clipdesk.journeys.demo;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import clipdesk.cutter.frames.FrameRate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;

/**
 * A master made here: H.264 and AAC stereo, somebody at a lectern with the frame's number in every
 * picture ({@link SyntheticPicture}), another tone in every second in place of a voice.
 *
 * @param scene which of the rooms
 * @param startTimecode of frame 0, if it has one
 */
public record SyntheticMaster(
    int width,
    int height,
    Duration length,
    FrameRate rate,
    int scene,
    Optional<String> startTimecode) {
  private static final int SAMPLE_RATE = 48_000;
  private static final int SECONDS_PER_GROUP = 2;

  /** What the demo plays when nobody brings a master. */
  public static final SyntheticMaster PRESS_CONFERENCE =
      new SyntheticMaster(1920, 1080, Duration.ofMinutes(3)).startingAt("10:00:00:00");

  /** What a journey cuts: everything that matters, in little time. */
  public static final SyntheticMaster SHORT = new SyntheticMaster(640, 360, Duration.ofSeconds(20));

  /** 25 frames a second with sound. */
  public SyntheticMaster(int width, int height, Duration length) {
    this(width, height, length, new FrameRate(25, 1), 0, Optional.empty());
  }

  SyntheticMaster at(long num, long den) {
    return new SyntheticMaster(
        width, height, length, new FrameRate(num, den), scene, startTimecode);
  }

  SyntheticMaster in(int room) {
    return new SyntheticMaster(width, height, length, rate, room, startTimecode);
  }

  SyntheticMaster startingAt(String timecode) {
    return new SyntheticMaster(width, height, length, rate, scene, Optional.of(timecode));
  }

  public int frames() {
    return Math.toIntExact(length.toSeconds() * rate.num() / rate.den());
  }

  /** The file, made only if it is not there yet. */
  public Path in(Path directory) {
    return in(directory, Progress.UNHEARD);
  }

  /** The file, made only if it is not there yet, telling the progress on the way. */
  Path in(Path directory, Progress progress) {
    var file = directory.resolve(name() + ".mp4");
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(directory);
        // Under its own name only when it is whole.
        var unfinished = Files.createTempFile(directory, "master", ".mp4");
        record(unfinished, true, progress);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot make the master " + file, e);
      }
    }
    return file;
  }

  /** Tells all that the file depends on. */
  private String name() {
    return "speech-%d-%dx%d-%ds-%d-%d%s"
        .formatted(
            scene,
            width,
            height,
            length.toSeconds(),
            rate.num(),
            rate.den(),
            startTimecode.map(code -> "-" + code.replaceAll("\\D", "")).orElse(""));
  }

  /** Makes the file anew, with or without sound. */
  public void record(Path file, boolean withSound) throws FrameRecorder.Exception {
    record(file, withSound, Progress.UNHEARD);
  }

  private void record(Path file, boolean withSound, Progress progress)
      throws FrameRecorder.Exception {
    av_log_set_level(AV_LOG_ERROR);
    var picture = new SyntheticPicture(width, height, rate, scene);
    double framesPerSecond = (double) rate.num() / rate.den();
    try (var recorder = new FFmpegFrameRecorder(file.toFile(), width, height, withSound ? 2 : 0)) {
      recorder.setFormat("mp4");
      recorder.setVideoCodec(AV_CODEC_ID_H264);
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(framesPerSecond);
      recorder.setGopSize((int) Math.round(SECONDS_PER_GROUP * framesPerSecond));
      recorder.setVideoBitrate(0);
      recorder.setVideoOption("preset", "superfast");
      recorder.setVideoOption("crf", "20");
      recorder.setMaxBFrames(2);
      recorder.setOption("movflags", "+faststart");
      startTimecode.ifPresent(code -> recorder.setMetadata("timecode", code));
      if (withSound) {
        recorder.setAudioCodec(AV_CODEC_ID_AAC);
        recorder.setSampleRate(SAMPLE_RATE);
        recorder.setAudioBitrate(128_000);
      }
      recorder.start();
      for (int frame = 0; frame < frames(); frame++) {
        recorder.record(picture.frame(frame), AV_PIX_FMT_YUV420P);
        if (withSound) {
          recorder.recordSamples(SAMPLE_RATE, 2, tone(sampleAt(frame), sampleAt(frame + 1)));
        }
        progress.at(frame + 1, frames());
      }
      recorder.stop();
    }
  }

  private long sampleAt(int frame) {
    return frame * rate.den() * SAMPLE_RATE / rate.num();
  }

  private static ShortBuffer tone(long from, long to) {
    var samples = ShortBuffer.allocate(Math.toIntExact(2 * (to - from)));
    for (long at = from; at < to; at++) {
      double hertz = 220 + 55.0 * (at / SAMPLE_RATE % 16);
      short left = (short) (9000 * Math.sin(2 * Math.PI * hertz * at / SAMPLE_RATE));
      // The right channel counts time in its loudness: any shift changes it.
      short right = (short) (left * (at % SAMPLE_RATE) / SAMPLE_RATE);
      samples.put(left).put(right);
    }
    return samples.flip();
  }
}
