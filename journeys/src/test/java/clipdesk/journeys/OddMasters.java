package clipdesk.journeys;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** Masters that nobody should send, or that nobody would have the time to make. */
final class OddMasters {
  private static final int SAMPLE_RATE = 48_000;
  private static final int WIDTH = 64;
  private static final int HEIGHT = 36;

  /** How long {@link #withSoundOf} is silent. */
  static final int QUIET_SECONDS = 2;

  /** How many frames {@link #inOneGroup} has. */
  static final int GROUP_FRAMES = 500;

  private OddMasters() {}

  /** Two seconds of silence and no picture. */
  static Path withoutVideo(Path file) throws FrameRecorder.Exception {
    av_log_set_level(AV_LOG_ERROR);
    try (var recorder = new FFmpegFrameRecorder(file.toFile(), 2)) {
      recorder.setFormat("mp4");
      recorder.setAudioCodec(AV_CODEC_ID_AAC);
      recorder.setSampleRate(SAMPLE_RATE);
      recorder.start();
      recorder.recordSamples(SAMPLE_RATE, 2, ShortBuffer.allocate(2 * 2 * SAMPLE_RATE));
      recorder.stop();
    }
    return file;
  }

  /** One small grey picture a second: long, and made at once. */
  static Path ofLength(Duration length, Path file) throws FrameRecorder.Exception {
    try (var recorder = small(file, 0);
        var picture = grey(WIDTH, HEIGHT)) {
      recorder.setFrameRate(1);
      recorder.setMaxBFrames(0);
      recorder.setVideoOption("preset", "ultrafast");
      recorder.start();
      for (long second = 0; second < length.toSeconds(); second++) {
        recorder.record(picture, AV_PIX_FMT_YUV420P);
      }
      recorder.stop();
    }
    return file;
  }

  /** Four seconds of HEVC in closed groups of a second; any picture may be the last of a copy. */
  static Path inHevc(Path file) throws FrameRecorder.Exception {
    try (var recorder = small(file, 0);
        var picture = grey(WIDTH, HEIGHT)) {
      recorder.setVideoCodec(AV_CODEC_ID_HEVC);
      recorder.setVideoCodecName("libx265");
      recorder.setFrameRate(25);
      recorder.setGopSize(25);
      recorder.setVideoOption("preset", "ultrafast");
      recorder.setVideoOption("x265-params", "open-gop=0:scenecut=0:min-keyint=25:log-level=error");
      recorder.start();
      for (int frame = 0; frame < 4 * 25; frame++) {
        recorder.record(picture, AV_PIX_FMT_YUV420P);
      }
      recorder.stop();
    }
    return file;
  }

  /** Two seconds of silence and three of a tone, under one grey picture a second. */
  static Path withSoundOf(int codec, Path file) throws FrameRecorder.Exception {
    try (var recorder = small(file, 2);
        var picture = grey(WIDTH, HEIGHT)) {
      recorder.setFrameRate(1);
      recorder.setMaxBFrames(0);
      recorder.setAudioCodec(codec);
      recorder.setSampleRate(SAMPLE_RATE);
      recorder.setAudioBitrate(192_000);
      recorder.start();
      for (int second = 0; second < 5; second++) {
        recorder.record(picture, AV_PIX_FMT_YUV420P);
        recorder.recordSamples(SAMPLE_RATE, 2, second < QUIET_SECONDS ? silence() : tone());
      }
      recorder.stop();
    }
    return file;
  }

  private static ShortBuffer silence() {
    return ShortBuffer.allocate(2 * SAMPLE_RATE);
  }

  private static ShortBuffer tone() {
    var samples = silence();
    for (int at = 0; at < SAMPLE_RATE; at++) {
      short value = (short) (9000 * Math.sin(2 * Math.PI * 440 * at / SAMPLE_RATE));
      samples.put(value).put(value);
    }
    return samples.flip();
  }

  /**
   * Twenty seconds of one picture that all others follow from: whatever part is cut of it has to be
   * encoded anew, which takes its time.
   */
  static Path inOneGroup(Path file) throws FrameRecorder.Exception {
    try (var recorder = recorder(file, 1280, 720, 0);
        var picture = grey(1280, 720)) {
      recorder.setFrameRate(25);
      recorder.setGopSize(GROUP_FRAMES);
      recorder.setMaxBFrames(0);
      recorder.setVideoOption("preset", "ultrafast");
      recorder.setVideoOption("sc_threshold", "0");
      recorder.start();
      for (int frame = 0; frame < GROUP_FRAMES; frame++) {
        recorder.record(picture, AV_PIX_FMT_YUV420P);
      }
      recorder.stop();
    }
    return file;
  }

  private static FFmpegFrameRecorder small(Path file, int channels) {
    return recorder(file, WIDTH, HEIGHT, channels);
  }

  /** Of H.264 in MP4. */
  private static FFmpegFrameRecorder recorder(Path file, int width, int height, int channels) {
    av_log_set_level(AV_LOG_ERROR);
    var recorder = new FFmpegFrameRecorder(file.toFile(), width, height, channels);
    recorder.setFormat("mp4");
    recorder.setVideoCodec(AV_CODEC_ID_H264);
    recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
    return recorder;
  }

  /** A picture of one colour, its three planes one below the other. */
  private static Frame grey(int width, int height) {
    var picture = new Frame(width, height * 3 / 2, Frame.DEPTH_UBYTE, 1);
    picture.imageHeight = height;
    return picture;
  }
}
