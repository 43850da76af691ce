package clipdesk.cutter.mp4;

import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.util.regex.Pattern;

/** Which sample entries hold pictures of MPEG-2. */
public final class PictureObject {
  /** Names of QuickTime, for MPEG-2 as such, IMX, HDV and XDCAM. */
  private static final Pattern QUICK_TIME =
      Pattern.compile("m2v1|mx[345][np]|hdv.|xdv.|xd5.|xdh[2d]");

  /**
   * {@code objectTypeIndication} (ISO/IEC 14496-1, table 5): Simple, Main, SNR, Spatial, High and
   * 4:2:2 profile.
   */
  private static final int MPEG2_SIMPLE = 0x60;

  private static final int MPEG2_422 = 0x65;

  /** The profiles from Simple to High, by their number in H.262, table 8-2, counted from 5 down. */
  private static final int SIMPLE = 5;

  private static final int LEVEL_BITS = 4;
  private static final int ESCAPE = 0x80;
  private static final int HIGH_422 = 0x82;
  private static final int MAIN_422 = 0x85;

  private PictureObject() {}

  /** Whether samples are pictures of MPEG-2. */
  public static boolean isMpeg2(SampleDescription description) {
    if (!description.format().equals("mp4v")) {
      return QUICK_TIME.matcher(description.format()).matches();
    }
    int type = description.config("esds").map(SoundObject::objectType).orElse(0);
    return type >= MPEG2_SIMPLE && type <= MPEG2_422;
  }

  /**
   * @param profileAndLevel as in a sequence extension (H.262, 8)
   * @throws UnsupportedMasterException if it is of none of those profiles
   */
  static int ofMpeg2(int profileAndLevel) {
    int profile = profileAndLevel >> LEVEL_BITS;
    if (profileAndLevel == HIGH_422 || profileAndLevel == MAIN_422) {
      return MPEG2_422;
    }
    if ((profileAndLevel & ESCAPE) != 0 || profile < 1 || profile > SIMPLE) {
      throw new UnsupportedMasterException(
          FallbackReason.VIDEO_CODEC, "MPEG-2 of profile %02x".formatted(profileAndLevel));
    }
    return MPEG2_SIMPLE + SIMPLE - profile;
  }
}
