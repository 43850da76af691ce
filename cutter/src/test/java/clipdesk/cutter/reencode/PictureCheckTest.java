package clipdesk.cutter.reencode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT2020_NCL;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE2084;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import clipdesk.cutter.codec.FrameEncoder;
import clipdesk.cutter.codec.WholeClip;
import clipdesk.cutter.h264.EncodedPictures;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between a decoder and a finished clip is found, one fault at a time. */
final class PictureCheckTest {
  private static final int FRAMES = 12;
  private static final int SIZE = 64;

  /** Something that a frame says of its colours, and should not. */
  private enum WrongWords {
    MATRIX_OF_RGB(frame -> frame.colorspace(AVCOL_SPC_RGB)),
    ANOTHER_MATRIX(frame -> frame.colorspace(AVCOL_SPC_BT2020_NCL)),
    FULL_RANGE(frame -> frame.color_range(AVCOL_RANGE_JPEG)),
    ANOTHER_TRANSFER(frame -> frame.color_trc(AVCOL_TRC_SMPTE2084));

    private final Consumer<AVFrame> fault;

    WrongWords(Consumer<AVFrame> fault) {
      this.fault = fault;
    }
  }

  @Test
  void clipOfTheMastersFramesPasses() {
    assertThatCode(() -> check(shows -> shows, _ -> {}, _ -> {}, -1)).doesNotThrowAnyException();
  }

  @Test
  void framesInAnotherPlaceAreFound() {
    assertThatThrownBy(() -> check(shows -> shows + 1, _ -> {}, _ -> {}, -1))
        .isInstanceOf(VerificationFailedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void wrongWordsOfTheShaperAreFound(WrongWords wrong) {
    assertThatThrownBy(() -> check(shows -> shows, wrong.fault, _ -> {}, -1))
        .isInstanceOf(VerificationFailedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void wrongWordsOfTheEncoderAreFound(WrongWords wrong) {
    assertThatThrownBy(() -> check(shows -> shows, _ -> {}, wrong.fault, -1))
        .isInstanceOf(VerificationFailedException.class);
  }

  @Test
  void damagedSampleIsFound() {
    assertThatThrownBy(() -> check(shows -> shows, _ -> {}, _ -> {}, 0))
        .isInstanceOf(VerificationFailedException.class);
  }

  /**
   * Encodes frames as a clip's are, with a fault.
   *
   * @param shows which picture a frame gets
   * @param shaper what it does to the words of frames
   * @param encoder what it does to them
   * @param damaged number of a sample that is damaged, -1 for none
   */
  private static void check(
      IntUnaryOperator shows, Consumer<AVFrame> shaper, Consumer<AVFrame> encoder, int damaged) {
    var check = new PictureCheck(FRAMES);
    List<FrameEncoder.Picture> pictures = new ArrayList<>();
    var first = picture(0);
    shaper.accept(first);
    encoder.accept(first);
    byte[] headers;
    try (var coder = new FrameEncoder(new WholeClip(0).settings(first, 25, 25), first)) {
      for (int i = 0; i < FRAMES; i++) {
        var master = picture(i);
        check.decoded(i, master);
        var shaped = picture(shows.applyAsInt(i));
        shaper.accept(shaped);
        check.shaped(i, shaped);
        encoder.accept(shaped);
        coder.encode(shaped, i);
        pictures.addAll(coder.take());
        av_frame_free(master);
        av_frame_free(shaped);
      }
      pictures.addAll(coder.finish());
      headers = coder.headers().length > 0 ? coder.headers() : pictures.getFirst().stream();
    }
    av_frame_free(first);
    byte[] configuration = EncodedPictures.configuration(headers).toBytes();
    for (int i = 0; i < pictures.size(); i++) {
      byte[] sample = EncodedPictures.sample(pictures.get(i).stream());
      if (i == damaged) {
        Arrays.fill(sample, 4, sample.length, (byte) 0);
      }
      check.encoded(configuration, sample, pictures.get(i).isSync());
    }
    check.finish(configuration);
  }

  /** A bright square on a dark ground that moves with the number. */
  private static AVFrame picture(int number) {
    var frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_YUV420P).width(SIZE).height(SIZE);
    frame.colorspace(AVCOL_SPC_BT709);
    frame.color_range(AVCOL_RANGE_MPEG);
    frame.color_trc(AVCOL_TRC_BT709);
    av_frame_get_buffer(frame, 0);
    for (int plane = 0; plane < 3; plane++) {
      int size = plane == 0 ? SIZE : SIZE / 2;
      var bytes = new BytePointer(frame.data(plane));
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          boolean bright = x * SIZE / size / 4 == number;
          bytes.put((long) y * frame.linesize(plane) + x, (byte) (bright ? 200 : 60 + plane * 50));
        }
      }
    }
    return frame;
  }
}
