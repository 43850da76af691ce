package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_CONTENT_LIGHT_LEVEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DOVI_METADATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DYNAMIC_HDR_PLUS;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_MASTERING_DISPLAY_METADATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.FrameEncoder;
import clipdesk.cutter.codec.PictureForm;
import clipdesk.cutter.codec.Shaper;
import clipdesk.cutter.h264.EncodedPictures;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the pictures of a range and encodes each of them once, at its own time. */
public final class PictureTrack implements AutoCloseable {
  private final PictureForm pictureForm;
  private final FrameTimes times;
  private final EncodedOutput output;
  private final PictureWatch watch;
  private final FrameDecoder decoder;
  private final SampleList samples = new SampleList();
  private final List<String> lost = new ArrayList<>();
  private Optional<Shaper> shaper = Optional.empty();
  private Optional<FrameEncoder> encoder = Optional.empty();
  private Optional<Form> form = Optional.empty();
  private byte[] headers = {};
  private int masterFormat;
  private int next;
  private boolean followed;

  /** What a sample entry says of pictures. */
  private record Form(int width, int height, int pixelWidth, int pixelHeight) {}

  public PictureTrack(
      AVStream stream,
      FrameTimes times,
      PictureForm pictureForm,
      EncodedOutput output,
      PictureWatch watch) {
    this.watch = watch;
    this.pictureForm = pictureForm;
    this.times = times;
    this.output = output;
    this.decoder = new FrameDecoder(stream, this::take);
  }

  public void decode(AVPacket packet) throws IOException {
    decoder.decode(packet);
    if (encoder.isPresent()) {
      write(encoder.get(), encoder.get().take());
    }
  }

  /** How many frames of the range have come. */
  public int frames() {
    return next;
  }

  /** Whether all frames have come, and the one behind them. */
  public boolean complete() {
    return followed;
  }

  private void take(AVFrame frame) {
    long time = frame.pts() == AV_NOPTS_VALUE ? frame.best_effort_timestamp() : frame.pts();
    if (followed || time < times.ticks()[next]) {
      return;
    }
    if (time > times.ticks()[next]) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED, "frame %d of the range cannot be decoded".formatted(next));
    }
    if (next == times.frames()) {
      // Where the next frame is, the numbers are those of frames, not of fields.
      followed = true;
      return;
    }
    if (shaper.isEmpty()) {
      lost.addAll(lost(frame));
      masterFormat = frame.format();
      shaper = Optional.of(pictureForm.shaper(frame));
    }
    watch.decoded(next, frame);
    shaper.get().shape(frame, this::encode);
    next++;
  }

  /** What pictures say beside themselves and the encoder does not take over. */
  private static List<String> lost(AVFrame frame) {
    var names =
        Map.of(
            AV_FRAME_DATA_MASTERING_DISPLAY_METADATA, "HDR10 mastering display",
            AV_FRAME_DATA_CONTENT_LIGHT_LEVEL, "HDR10 content light level",
            AV_FRAME_DATA_DYNAMIC_HDR_PLUS, "HDR10+ metadata",
            AV_FRAME_DATA_DOVI_METADATA, "Dolby Vision metadata");
    List<String> lost = new ArrayList<>();
    names.forEach(
        (type, name) -> {
          var data = av_frame_get_side_data(frame, type);
          if (data != null && !data.isNull()) {
            lost.add("v1: its " + name + " is not encoded");
          }
        });
    return lost;
  }

  private static List<String> lostOfPixels(int from, int to) {
    var master = av_pix_fmt_desc_get(from);
    var clip = av_pix_fmt_desc_get(to);
    List<String> lost = new ArrayList<>();
    if ((master.flags() & ~clip.flags() & AV_PIX_FMT_FLAG_ALPHA) != 0) {
      lost.add("v1: its transparency is not encoded");
    }
    if (master.comp(0).depth() > clip.comp(0).depth()) {
      lost.add(
          "v1: its %d bits are encoded as %d"
              .formatted(master.comp(0).depth(), clip.comp(0).depth()));
    }
    return lost;
  }

  /** What the clip's pictures have lost. */
  List<String> lost() {
    return lost;
  }

  private void encode(AVFrame frame) {
    if (encoder.isEmpty()) {
      lost.addAll(lostOfPixels(masterFormat, frame.format()));
      var settings = pictureForm.settings(frame, times.den(), times.framesPerSecond());
      encoder = Optional.of(new FrameEncoder(settings, frame));
      var shape = frame.sample_aspect_ratio();
      boolean square = shape.num() <= 0 || shape.den() <= 0;
      form =
          Optional.of(
              new Form(
                  frame.width(),
                  frame.height(),
                  square ? 1 : shape.num(),
                  square ? 1 : shape.den()));
    }
    watch.shaped(next, frame);
    encoder.get().encode(frame, times.clipTicks(next));
  }

  private void write(FrameEncoder from, List<FrameEncoder.Picture> pictures) throws IOException {
    for (var picture : pictures) {
      int number = samples.count();
      if (number == 0) {
        headers = from.headers().length > 0 ? from.headers() : picture.stream();
      }
      if (picture.pts() != times.clipTicks(number)) {
        throw new UnsupportedMasterException(
            FallbackReason.CODEC_FAILED, "the encoder changed the order of pictures");
      }
      int duration = Math.toIntExact(times.clipTicks(number + 1) - times.clipTicks(number));
      byte[] sample = EncodedPictures.sample(picture.stream());
      watch.encoded(configuration(), sample, picture.isSync());
      output.write(samples, sample, duration, 0, picture.isSync());
    }
  }

  /**
   * The last pictures.
   *
   * @throws UnsupportedMasterException if a frame of the range did not come
   */
  public void finish() throws IOException {
    decoder.finish();
    if (next < times.frames()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "%d of %d frames could be decoded".formatted(next, times.frames()));
    }
    write(encoder.orElseThrow(), encoder.get().finish());
    if (samples.count() != times.frames()) {
      throw new UnsupportedMasterException(
          FallbackReason.CODEC_FAILED,
          "the encoder gave %d of %d frames".formatted(samples.count(), times.frames()));
    }
    watch.finish(configuration());
  }

  private byte[] configuration() {
    return EncodedPictures.configuration(headers).toBytes();
  }

  /**
   * @param source whose headers the track keeps
   */
  public ClipTrack track(Track source) {
    var shown = form.orElseThrow();
    byte[] description =
        NewDescription.h264(
            shown.width, shown.height, configuration(), shown.pixelWidth, shown.pixelHeight);
    return new ClipTrack(
        source.withTimescale(times.den()), description, samples, 0, 0, samples.ticks(), 0);
  }

  @Override
  public void close() {
    decoder.close();
    encoder.ifPresent(FrameEncoder::close);
    shaper.ifPresent(Shaper::close);
  }
}
