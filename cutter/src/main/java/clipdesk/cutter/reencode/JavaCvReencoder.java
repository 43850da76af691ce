package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import clipdesk.cutter.CutPhase;
import clipdesk.cutter.CutReport;
import clipdesk.cutter.FallbackReason;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.MalformedMasterException;
import clipdesk.cutter.ProgressListener;
import clipdesk.cutter.RangeOutsideMasterException;
import clipdesk.cutter.ReencodeTooLongException;
import clipdesk.cutter.Reencoder;
import clipdesk.cutter.UnsupportedMasterException;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Re-encodes a range through JavaCV's grabber and recorder. The first and the last frame are the
 * ones asked for, told by their times; sound starts at the in-point to the sample. Masters with a
 * constant frame rate only; one sound track is kept.
 */
public final class JavaCvReencoder implements Reencoder {
  /** Enough for H.264 at 1080p that nobody tells from the master; bits per pixel and frame. */
  private static final double BITS_PER_PIXEL = 0.25;

  private static final int AUDIO_BITS_PER_SECOND = 192_000;

  /** How long one CPU second of work lasts in pixels of video: 1080p25 takes 2.6 s a second. */
  private static final double PIXELS_PER_CPU_SECOND = 1920.0 * 1080 * 25 / 2.6;

  /** Sound and pictures are interleaved loosely: what belongs to the range may come this late. */
  private static final long READ_ON_MICROS = 1_500_000;

  /** Seeking goes this much further back than asked, so that the demuxer's rounding cannot hurt. */
  private static final long[] SEEK_MARGINS_MICROS = {1_000_000, 5_000_000, 20_000_000};

  @Override
  public Done reencode(Job job, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException {
    av_log_set_level(AV_LOG_ERROR);
    try (var grabber = new FFmpegFrameGrabber(new MasterStream(master), Integer.MAX_VALUE - 8)) {
      open(grabber);
      var numbers = numbers(grabber);
      refuseOutside(job.range(), grabber, numbers);
      refuseTooLong(job, grabber);
      var out = new PartStream(sink);
      var done = record(job.range(), grabber, numbers, out, listener);
      out.complete();
      return done;
    } catch (FrameGrabber.Exception e) {
      throw new MalformedMasterException(
          "master", -1, "FFmpeg cannot decode it: " + e.getMessage());
    } catch (FFmpegFrameRecorder.Exception e) {
      throw new IOException("The clip could not be encoded", e);
    }
  }

  private static void open(FFmpegFrameGrabber grabber) throws FFmpegFrameGrabber.Exception {
    // A master is data from outside: only the demuxers we mean, and no way to any other file.
    grabber.setOption("format_whitelist", "mov,mxf,mpegts,matroska,webm");
    grabber.setOption("protocol_whitelist", "none");
    grabber.setOption("max_streams", "64");
    grabber.start();
    if (grabber.getVideoStream() < 0 || grabber.getImageWidth() <= 0) {
      throw new UnsupportedMasterException(
          FallbackReason.VIDEO_CODEC, "no video that can be decoded");
    }
  }

  private static FrameNumbers numbers(FFmpegFrameGrabber grabber)
      throws FFmpegFrameGrabber.Exception {
    if (grabber.grabImage() == null) {
      throw new MalformedMasterException("master", -1, "not one frame can be decoded");
    }
    return new FrameNumbers(grabber.getTimestamp(), grabber.getVideoFrameRate());
  }

  private static void refuseOutside(
      FrameRange range, FFmpegFrameGrabber grabber, FrameNumbers numbers) {
    long frames = grabber.getLengthInVideoFrames();
    // Half a second of doubt: a container's length may be that of its sound.
    if (frames > 0 && range.out() > frames + Math.ceil(numbers.framesPerSecond() / 2)) {
      throw new RangeOutsideMasterException(range, frames);
    }
  }

  private static void refuseTooLong(Job job, FFmpegFrameGrabber grabber) {
    double pixels = (double) grabber.getImageWidth() * grabber.getImageHeight();
    int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
    double framesPerSecond = PIXELS_PER_CPU_SECOND * cores / pixels;
    long longest = (long) (framesPerSecond * job.timeLimit().toMillis() / 1000.0);
    if (job.range().frames() > longest) {
      throw new ReencodeTooLongException(job.range().frames(), longest, job.timeLimit());
    }
  }

  private static Done record(
      FrameRange range,
      FFmpegFrameGrabber grabber,
      FrameNumbers numbers,
      PartStream out,
      ProgressListener listener)
      throws IOException {
    boolean sound = grabber.getAudioChannels() > 0 && grabber.getSampleRate() > 0;
    try (var recorder = recorder(grabber, out, sound)) {
      recorder.start();
      var selection = new Selection(range, numbers, grabber.getSampleRate());
      var frame = seek(grabber, numbers, range.in());
      while (frame != null && frame.timestamp <= selection.outMicros() + READ_ON_MICROS) {
        if (frame.image != null && selection.wants(frame)) {
          recorder.record(frame, grabber.getPixelFormat());
          listener.progress(CutPhase.ENCODING_EDGES, selection.percent());
        } else if (frame.samples != null && sound) {
          var samples = selection.trimmed(frame);
          if (samples.length > 0) {
            recorder.recordSamples(frame.sampleRate, frame.audioChannels, samples);
          }
        }
        frame = selection.complete(sound) ? null : grabber.grab();
      }
      if (selection.frames() != range.frames()) {
        throw selection.frames() == 0
            ? new RangeOutsideMasterException(range, range.in())
            : new MalformedMasterException(
                "master",
                -1,
                "%d of %d frames could be decoded".formatted(selection.frames(), range.frames()));
      }
      recorder.stop();
    }
    return new Done(
        range.frames(),
        numbers.millisOf(range.in()),
        numbers.millisOf(range.out()),
        sound
            ? List.of(new CutReport.Audio("a1", "aac", "und", grabber.getSampleRate(), 0, 0))
            : List.of());
  }

  /**
   * A picture well before a frame, from where everything up to the frame follows. A demuxer without
   * an index seeks to where it guesses; what it hit too late is tried further back.
   */
  private static Frame seek(FFmpegFrameGrabber grabber, FrameNumbers numbers, long number)
      throws FrameGrabber.Exception {
    long behindFirst = numbers.microsOf(number) - numbers.firstMicros();
    for (long margin : SEEK_MARGINS_MICROS) {
      if (behindFirst <= margin) {
        break;
      }
      grabber.setTimestamp(behindFirst - margin);
      var frame = grabber.grab();
      // Sound can be heard from anywhere, pictures only from the next one that stands alone.
      while (frame != null && frame.image == null) {
        frame = grabber.grab();
      }
      if (frame != null && frame.timestamp <= numbers.microsOf(number) - margin / 2) {
        return frame;
      }
    }
    grabber.restart();
    return grabber.grab();
  }

  private static FFmpegFrameRecorder recorder(
      FFmpegFrameGrabber grabber, PartStream out, boolean sound) {
    int width = grabber.getImageWidth();
    int height = grabber.getImageHeight();
    var recorder =
        new FFmpegFrameRecorder(out, width, height, sound ? grabber.getAudioChannels() : 0);
    recorder.setFormat("mp4");
    recorder.setFrameRate(grabber.getVideoFrameRate());
    recorder.setVideoCodecName(encoder());
    recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
    recorder.setVideoBitrate(
        (int)
            Math.max(
                grabber.getVideoBitrate() * 1.2,
                width * height * grabber.getVideoFrameRate() * BITS_PER_PIXEL));
    recorder.setGopSize((int) Math.ceil(2 * grabber.getVideoFrameRate()));
    recorder.setMaxBFrames(0);
    if (encoder().equals("libx264")) {
      recorder.setVideoOption("preset", "veryfast");
      recorder.setVideoOption("crf", "10");
      recorder.setVideoBitrate(0);
    } else {
      recorder.setVideoOption("allow_skip_frames", "0");
    }
    if (sound) {
      recorder.setAudioCodec(AV_CODEC_ID_AAC);
      recorder.setSampleRate(grabber.getSampleRate());
      recorder.setAudioBitrate(AUDIO_BITS_PER_SECOND);
    }
    return recorder;
  }

  /** x264 where the build has it; the LGPL build has openh264. */
  private static String encoder() {
    var x264 = avcodec_find_encoder_by_name("libx264");
    return x264 != null && !x264.isNull() ? "libx264" : "libopenh264";
  }
}
