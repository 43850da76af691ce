package clipdesk.cutter.foreign;

import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;

/**
 * AAC LC with packets of 1024 samples, and nothing above it.
 *
 * @param config {@code AudioSpecificConfig} (ISO/IEC 14496-3, 1.6.2.1)
 */
public record AacLc(int rate, byte[] config) {
  /** What a packet sounds. */
  public static final int SAMPLES = 1024;

  private static final int[] RATES = {
    96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000
  };
  private static final int LOW_COMPLEXITY = 2;

  /**
   * @throws UnsupportedMasterException if it is another kind of AAC
   */
  public static AacLc of(byte[] config) {
    int objectType = config.length < 2 ? 0 : (config[0] & 0xff) >> 3;
    int index = config.length < 2 ? 0 : ((config[0] & 7) << 1) | ((config[1] & 0x80) >> 7);
    boolean shorter = config.length > 1 && (config[1] & 4) != 0;
    if (objectType != LOW_COMPLEXITY || index >= RATES.length || shorter) {
      throw new UnsupportedMasterException(
          FallbackReason.CONTAINER, "AAC of object type %d".formatted(objectType));
    }
    return new AacLc(RATES[index], config);
  }

  /** Its {@code stsd}. */
  public byte[] description(int channels) {
    return NewDescription.aac(channels, rate, config);
  }
}
