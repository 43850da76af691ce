package clipdesk.cutter.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.nio.file.Path;
import java.util.Random;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes small masters with x264 and AAC. Every frame is unique: a moving gradient under noise. The
 * same arguments give the same file.
 */
public final class TestMaster {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 176;
  private static final int FRAMES_PER_SECOND = 25;
  private static final int SAMPLES_PER_SECOND = 48_000;
  private static final int SAMPLES_PER_PACKET = 1024;

  private final Random noise = new Random(7);
  private final AVFormatContext format = new AVFormatContext(null);
  private final String x264;
  private final int frames;

  private TestMaster(String x264, int frames) {
    this.x264 = x264;
    this.frames = frames;
  }

  /**
   * @param x264 parameters of x264 in its own syntax
   */
  public static void write(Path file, String x264, int frames) {
    new TestMaster(x264, frames).write(file);
  }

  private void write(Path file) {
    check(avformat_alloc_output_context2(format, null, "mp4", file.toString()));
    var video = videoEncoder();
    var sound = soundEncoder();
    var videoStream = stream(video);
    var soundStream = stream(sound);
    var io = new AVIOContext(null);
    check(avio_open(io, file.toString(), AVIO_FLAG_WRITE));
    format.pb(io);
    check(avformat_write_header(format, (PointerPointer<?>) null));
    var picture = picture();
    var samples = samples(sound);
    long soundFrames = 0;
    for (int i = 0; i < frames; i++) {
      paint(picture, i);
      send(video, picture, videoStream);
      while (soundFrames * FRAMES_PER_SECOND < (i + 1L) * SAMPLES_PER_SECOND) {
        sing(samples, soundFrames);
        send(sound, samples, soundStream);
        soundFrames += SAMPLES_PER_PACKET;
      }
    }
    send(video, null, videoStream);
    send(sound, null, soundStream);
    check(av_write_trailer(format));
    av_frame_free(picture);
    av_frame_free(samples);
    avcodec_free_context(video);
    avcodec_free_context(sound);
    avio_closep(io);
    avformat_free_context(format);
  }

  private AVCodecContext videoEncoder() {
    var codec = avcodec_find_encoder_by_name("libx264");
    var context = avcodec_alloc_context3(codec);
    context.width(WIDTH).height(HEIGHT).pix_fmt(AV_PIX_FMT_YUV420P);
    context.time_base(av_make_q(1, FRAMES_PER_SECOND));
    context.framerate(av_make_q(FRAMES_PER_SECOND, 1));
    context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    context.thread_count(1);
    var options = new AVDictionary(null);
    av_dict_set(options, "preset", "veryfast", 0);
    av_dict_set(options, "x264-params", "keyint=25:min-keyint=25:scenecut=0:" + x264, 0);
    check(avcodec_open2(context, codec, options));
    return context;
  }

  private static AVCodecContext soundEncoder() {
    var codec = avcodec_find_encoder_by_name("aac");
    var context = avcodec_alloc_context3(codec);
    context.sample_rate(SAMPLES_PER_SECOND).sample_fmt(AV_SAMPLE_FMT_FLTP).bit_rate(128_000);
    av_channel_layout_default(context.ch_layout(), 2);
    context.time_base(av_make_q(1, SAMPLES_PER_SECOND));
    context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    check(avcodec_open2(context, codec, (AVDictionary) null));
    return context;
  }

  private AVStream stream(AVCodecContext encoder) {
    var stream = avformat_new_stream(format, null);
    check(avcodec_parameters_from_context(stream.codecpar(), encoder));
    stream.time_base(encoder.time_base());
    return stream;
  }

  private static AVFrame picture() {
    var frame = av_frame_alloc();
    frame.width(WIDTH).height(HEIGHT).format(AV_PIX_FMT_YUV420P);
    check(av_frame_get_buffer(frame, 0));
    return frame;
  }

  private static AVFrame samples(AVCodecContext encoder) {
    var frame = av_frame_alloc();
    frame.format(AV_SAMPLE_FMT_FLTP).sample_rate(SAMPLES_PER_SECOND);
    frame.nb_samples(SAMPLES_PER_PACKET);
    frame.ch_layout(encoder.ch_layout());
    check(av_frame_get_buffer(frame, 0));
    return frame;
  }

  private void paint(AVFrame picture, int number) {
    check(av_frame_make_writable(picture));
    picture.pts(number);
    for (int plane = 0; plane < 3; plane++) {
      int rows = plane == 0 ? HEIGHT : HEIGHT / 2;
      int columns = plane == 0 ? WIDTH : WIDTH / 2;
      var row = new byte[columns];
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          row[x] = (byte) (40 + (x + 2 * y + 3 * number) % 160 + noise.nextInt(12));
        }
        new BytePointer(picture.data(plane)).position((long) y * picture.linesize(plane)).put(row);
      }
    }
  }

  private static void sing(AVFrame samples, long first) {
    check(av_frame_make_writable(samples));
    samples.pts(first);
    var wave = new float[SAMPLES_PER_PACKET];
    for (int i = 0; i < wave.length; i++) {
      double t = (double) (first + i) / SAMPLES_PER_SECOND;
      wave[i] = (float) (0.3 * Math.sin(2 * Math.PI * (300 * t + 40 * t * t)));
    }
    for (int channel = 0; channel < 2; channel++) {
      new FloatPointer(samples.data(channel)).put(wave);
    }
  }

  private void send(AVCodecContext encoder, AVFrame frame, AVStream stream) {
    check(avcodec_send_frame(encoder, frame));
    var packet = av_packet_alloc();
    while (avcodec_receive_packet(encoder, packet) >= 0) {
      if (packet.duration() == 0) {
        packet.duration(1);
      }
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      check(av_interleaved_write_frame(format, packet));
    }
    av_packet_free(packet);
  }

  private static void check(int result) {
    if (result < 0) {
      throw new IllegalStateException("FFmpeg answers " + result);
    }
  }
}
