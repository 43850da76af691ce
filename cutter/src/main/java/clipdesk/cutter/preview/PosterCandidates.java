package clipdesk.cutter.preview;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_clone;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import clipdesk.cutter.codec.Shaper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Pictures from all over a video, of which one is to stand for it: the one most like all others,
 * once those that show nothing, such as fades and leaders, are left out.
 */
final class PosterCandidates implements Shaper.Use, AutoCloseable {
  /** Some twenty megabytes at 540p. */
  private static final int MOST = 24;

  /** Less is black, a fade, or a plain colour. */
  private static final double LEAST_DEVIATION = 14;

  private final long frames;
  private final List<Candidate> candidates = new ArrayList<>();
  private long seen;

  private record Candidate(AVFrame frame, double deviation, double[] histogram) {
    boolean showsSomething() {
      return deviation >= LEAST_DEVIATION;
    }
  }

  /**
   * @param frames how many will come
   */
  PosterCandidates(long frames) {
    this.frames = frames;
  }

  @Override
  public void frame(AVFrame frame) {
    long count = Math.min(MOST, frames);
    boolean due = candidates.size() < count && seen == wanted(candidates.size(), count);
    seen++;
    if (due) {
      var luma = Luma.of(frame);
      candidates.add(new Candidate(av_frame_clone(frame), luma.deviation(), luma.histogram()));
    }
  }

  /** In the middle of each of so many parts of equal length. */
  private long wanted(int part, long count) {
    return (2 * part + 1) * frames / (2 * count);
  }

  /**
   * The picture to show, which stays this object's.
   *
   * @throws IllegalStateException if none came
   */
  AVFrame best() {
    var showing = candidates.stream().filter(Candidate::showsSomething).toList();
    if (showing.isEmpty()) {
      return candidates.stream()
          .max(Comparator.comparingDouble(Candidate::deviation))
          .orElseThrow(() -> new IllegalStateException("No picture came"))
          .frame();
    }
    var mean = mean(showing);
    return showing.stream()
        .min(Comparator.comparingDouble(one -> distance(one.histogram(), mean)))
        .orElseThrow()
        .frame();
  }

  private static double[] mean(List<Candidate> all) {
    var mean = new double[all.getFirst().histogram().length];
    for (var one : all) {
      for (int level = 0; level < mean.length; level++) {
        mean[level] += one.histogram()[level] / all.size();
      }
    }
    return mean;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int level = 0; level < one.length; level++) {
      sum += (one[level] - other[level]) * (one[level] - other[level]);
    }
    return sum;
  }

  @Override
  public void close() {
    candidates.forEach(one -> av_frame_free(one.frame()));
    candidates.clear();
  }
}
