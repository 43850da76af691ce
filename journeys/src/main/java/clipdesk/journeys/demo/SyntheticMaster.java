package clipdesk.journeys.demo;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Random;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/**
 * A master made here: H.264 at 25 frames a second with AAC stereo, the frame's number and time in
 * every picture, another tone in every second, in place of a speaker.
 */
public record SyntheticMaster(int width, int height, Duration length) {
  private static final int FRAME_RATE = 25;
  private static final int SAMPLE_RATE = 48_000;
  private static final int SAMPLES_PER_FRAME = SAMPLE_RATE / FRAME_RATE;

  /** What the demo plays when nobody brings a master. */
  public static final SyntheticMaster PRESS_CONFERENCE =
      new SyntheticMaster(1920, 1080, Duration.ofMinutes(3));

  /** What a journey cuts: everything that matters, in little time. */
  public static final SyntheticMaster SHORT = new SyntheticMaster(640, 360, Duration.ofSeconds(20));

  public int frames() {
    return Math.toIntExact(length.toSeconds() * FRAME_RATE);
  }

  /** The file, made only if it is not there yet. */
  public Path in(Path directory) {
    return in(directory, Progress.UNHEARD);
  }

  /** The file, made only if it is not there yet, telling the progress on the way. */
  Path in(Path directory, Progress progress) {
    var file =
        directory.resolve("master-%dx%d-%ds.mp4".formatted(width, height, length.toSeconds()));
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

  /** Makes the file anew, with or without sound. */
  public void record(Path file, boolean sound) throws FrameRecorder.Exception {
    record(file, sound, Progress.UNHEARD);
  }

  private void record(Path file, boolean sound, Progress progress) throws FrameRecorder.Exception {
    av_log_set_level(AV_LOG_ERROR);
    var picture = new Picture(width, height);
    try (var recorder = new FFmpegFrameRecorder(file.toFile(), width, height, sound ? 2 : 0)) {
      recorder.setFormat("mp4");
      recorder.setVideoCodec(AV_CODEC_ID_H264);
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(FRAME_RATE);
      recorder.setGopSize(2 * FRAME_RATE);
      recorder.setVideoBitrate(0);
      recorder.setVideoOption("preset", "superfast");
      recorder.setVideoOption("crf", "20");
      recorder.setMaxBFrames(2);
      recorder.setOption("movflags", "+faststart");
      if (sound) {
        recorder.setAudioCodec(AV_CODEC_ID_AAC);
        recorder.setSampleRate(SAMPLE_RATE);
        recorder.setAudioBitrate(128_000);
      }
      recorder.start();
      for (int frame = 0; frame < frames(); frame++) {
        recorder.record(picture.frame(frame), AV_PIX_FMT_YUV420P);
        if (sound) {
          recorder.recordSamples(SAMPLE_RATE, 2, tone(frame));
        }
        progress.at(frame + 1, frames());
      }
      recorder.stop();
    }
  }

  private static ShortBuffer tone(int frame) {
    var samples = ShortBuffer.allocate(2 * SAMPLES_PER_FRAME);
    for (int i = 0; i < SAMPLES_PER_FRAME; i++) {
      long at = (long) frame * SAMPLES_PER_FRAME + i;
      double hertz = 220 + 55.0 * (at / SAMPLE_RATE % 16);
      short left = (short) (9000 * Math.sin(2 * Math.PI * hertz * at / SAMPLE_RATE));
      // The right channel counts time in its loudness: any shift changes it.
      short right = (short) (left * (at % SAMPLE_RATE) / SAMPLE_RATE);
      samples.put(left).put(right);
    }
    return samples.flip();
  }

  /** Draws luma with Java2D; colour is a fixed wash, so that no conversion is needed. */
  private static final class Picture {
    private final int width;
    private final int height;
    private final BufferedImage luma;
    private final Graphics2D graphics;
    private final byte[] background;
    private final ByteBuffer planes;
    private final Frame frame;

    Picture(int width, int height) {
      this.width = width;
      this.height = height;
      this.luma = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      this.graphics = luma.createGraphics();
      this.background = background(width, height);
      this.planes = ByteBuffer.allocateDirect(width * height * 3 / 2);
      for (int i = width * height; i < planes.capacity(); i++) {
        planes.put(i, (byte) (120 + i * 16L / planes.capacity()));
      }
      this.frame = new Frame();
      frame.imageWidth = width;
      frame.imageHeight = height;
      frame.imageDepth = Frame.DEPTH_UBYTE;
      frame.imageChannels = 1;
      frame.imageStride = width;
      frame.image = new java.nio.Buffer[] {planes};
    }

    Frame frame(int number) {
      byte[] pixels = ((DataBufferByte) luma.getRaster().getDataBuffer()).getData();
      System.arraycopy(background, 0, pixels, 0, pixels.length);
      graphics.setFont(new Font(Font.MONOSPACED, Font.BOLD, height / 8));
      graphics.setColor(Color.WHITE);
      graphics.drawString("%06d".formatted(number), width / 10, height / 3);
      graphics.drawString(time(number), width / 10, height / 2);
      graphics.fillOval(
          (int) ((long) number * width / 97 % width), height * 2 / 3, height / 9, height / 9);
      drawBits(number);
      planes.put(0, pixels);
      return frame;
    }

    /** The number once more, in blocks that a machine reads: 16 bits, the highest first. */
    private void drawBits(int number) {
      int block = width / 20;
      for (int bit = 0; bit < 16; bit++) {
        graphics.setColor((number >> (15 - bit) & 1) == 1 ? Color.WHITE : Color.BLACK);
        graphics.fillRect((bit + 2) * block, height - 2 * block, block - 2, block);
      }
    }

    private static String time(int number) {
      int seconds = number / FRAME_RATE;
      return "%02d:%02d:%02d:%02d"
          .formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, number % FRAME_RATE);
    }

    /**
     * A little noise, the same in every frame: flat pictures would compress unlike any real one.
     */
    private static byte[] background(int width, int height) {
      var random = new Random(25);
      byte[] pixels = new byte[width * height];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (40 + 60 * (i % width) / width + random.nextInt(6));
      }
      return pixels;
    }
  }
}
