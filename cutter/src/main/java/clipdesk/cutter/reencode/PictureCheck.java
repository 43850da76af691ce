package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;

import clipdesk.cutter.codec.FrameDecoder;
import clipdesk.cutter.codec.Thumbnail;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Holds frames that were encoded against those that were decoded: the first, the last and some
 * between, decoded again from what the clip has. Compared is what a player shows, so that pixels
 * which do not fit the words about matrix and range are found, and those words themselves. Costs
 * the decoding of as many groups of pictures as frames are compared.
 */
final class PictureCheck implements PictureWatch {
  private static final int COMPARED_FRAMES = 7;

  /** Noise that is encoded is more alike than that, pixels of another kind are not. */
  private static final double LEAST_DECIBELS = 22;

  /** Where sixteen pixels or more make one that is compared, their noise is gone. */
  private static final double LEAST_DECIBELS_OF_LARGE = 30;

  private static final int LARGE_PIXELS = 16 * Thumbnail.PIXELS;

  /** In a still scene neighbours are as alike as the encoder's own noise lets them be. */
  private static final double STILL_DECIBELS = 3;

  private final SortedSet<Integer> compared = new TreeSet<>();
  private final Map<Integer, Thumbnail> masters = new HashMap<>();
  private final List<byte[]> group = new ArrayList<>();
  private Words masterWords = new Words(0, 0, 0, 0);
  private int masterFormat;
  private boolean masterIsRgb;
  private Words words = masterWords;
  private int groupStart;
  private int encoded;
  private int right;

  /** What a frame says of its colours. */
  private record Words(int matrix, int range, int transfer, int primaries) {
    static Words of(AVFrame frame) {
      int range = frame.color_range() == AVCOL_RANGE_JPEG ? AVCOL_RANGE_JPEG : 0;
      return new Words(frame.colorspace(), range, frame.color_trc(), frame.color_primaries());
    }
  }

  /**
   * @param frames of the clip
   */
  PictureCheck(int frames) {
    for (int i = 0; i < COMPARED_FRAMES; i++) {
      compared.add((int) ((long) i * (frames - 1) / (COMPARED_FRAMES - 1)));
    }
  }

  @Override
  public void decoded(int number, AVFrame frame) {
    boolean near =
        compared.contains(number) || compared.contains(number - 1) || compared.contains(number + 1);
    if (number == 0) {
      masterWords = Words.of(frame);
      masterFormat = frame.format();
      masterIsRgb = Thumbnail.isRgb(frame);
    }
    if (near) {
      masters.put(number, Thumbnail.of(frame));
    }
  }

  @Override
  public void shaped(int number, AVFrame frame) {
    if (number == 0) {
      words = Words.of(frame);
      boolean sameKind = frame.format() == masterFormat;
      boolean fromRgb = masterIsRgb && !Thumbnail.isRgb(frame);
      // Other pixels may need another matrix and range; what light they mean stays.
      var wanted =
          new Words(
              fromRgb ? words.matrix : masterWords.matrix,
              sameKind ? masterWords.range : words.range,
              masterWords.transfer,
              masterWords.primaries);
      require(words.equals(wanted), "Pictures say %s instead of %s", words, wanted);
    }
  }

  @Override
  public void encoded(byte[] configuration, byte[] sample, boolean isSync) {
    if (isSync) {
      checkGroup(configuration);
      groupStart = encoded;
    }
    group.add(sample);
    encoded++;
  }

  @Override
  public void finish(byte[] configuration) {
    checkGroup(configuration);
    require(right == compared.size(), "only %d of %d frames decode", right, compared.size());
  }

  private void checkGroup(byte[] configuration) {
    var wanted = compared.subSet(groupStart, groupStart + group.size());
    if (!wanted.isEmpty()) {
      try (var decoder =
          new FrameDecoder(configuration, frame -> compare((int) frame.pts(), frame))) {
        for (int i = groupStart; i <= wanted.last(); i++) {
          decoder.decode(group.get(i - groupStart), i);
        }
        decoder.finish();
      } catch (UnsupportedMasterException e) {
        throw new VerificationFailedException("Frame %d: %s".formatted(groupStart, e.getMessage()));
      }
    }
    group.clear();
  }

  private void compare(int number, AVFrame frame) {
    if (!compared.contains(number)) {
      return;
    }
    requireWords(number, frame);
    var own = Thumbnail.of(frame);
    double alike = own.psnr(masters.get(number));
    boolean large = (long) frame.width() * frame.height() >= LARGE_PIXELS;
    double least = large ? LEAST_DECIBELS_OF_LARGE : LEAST_DECIBELS;
    require(alike >= least, "Frame %d is unlike the master's: %.1f dB", number, alike);
    for (int other : List.of(number - 1, number + 1)) {
      boolean shifted =
          masters.containsKey(other) && own.psnr(masters.get(other)) > alike + STILL_DECIBELS;
      require(!shifted, "Frame %d shows what frame %d should show", number, other);
    }
    right++;
  }

  private void requireWords(int number, AVFrame frame) {
    boolean saysRgb = frame.colorspace() == AVCOL_SPC_RGB;
    boolean masterSaysSo = saysRgb && !masterIsRgb && masterWords.matrix == AVCOL_SPC_RGB;
    require(
        Thumbnail.isRgb(frame) == saysRgb || masterSaysSo,
        "Frame %d has pixels of format %d and says matrix %d",
        number,
        frame.format(),
        frame.colorspace());
    var says = Words.of(frame);
    require(says.equals(words), "Frame %d says %s instead of %s", number, says, words);
  }

  private static void require(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new VerificationFailedException(message.formatted(values));
    }
  }
}
