package clipdesk.cutter.testmedia;

import clipdesk.cutter.frames.FrameRange;
import java.util.Random;

/**
 * Ranges of a master as people ask for them: any in-point, every length from one frame on, and more
 * often than chance would have it the first frame, the last one and the whole file.
 */
public final class RandomRanges {
  private static final int[] USUAL_LENGTHS = {1, 12, 25, 50, 75, 125, 250, 500};
  private static final int SPECIAL = 10;

  private final Random random;
  private final int frames;

  public RandomRanges(long seed, int frames) {
    this.random = new Random(seed);
    this.frames = frames;
  }

  public FrameRange next() {
    int usual = USUAL_LENGTHS[random.nextInt(USUAL_LENGTHS.length)];
    int length = Math.clamp(Math.round(usual * random.nextDouble(0.5, 1.5)), 1, frames);
    int in = random.nextInt(frames - length + 1);
    return switch (random.nextInt(SPECIAL)) {
      case 0 -> new FrameRange(0, length);
      case 1 -> new FrameRange(frames - length, frames);
      case 2 -> new FrameRange(in, in + 1);
      default -> new FrameRange(in, in + length);
    };
  }
}
