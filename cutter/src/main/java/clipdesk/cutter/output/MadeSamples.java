package clipdesk.cutter.output;

import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples that were made here: those in front of the copied ones and those behind.
 *
 * @param before the video's head, and the samples of tracks that were rebuilt
 * @param after the video's tail
 */
record MadeSamples(List<Made> before, List<Made> after) {

  record Made(SampleList samples, int sample) {
    byte[] bytes() {
      return samples.made(sample);
    }

    /** Places the sample and gives the position behind it. */
    long place(long position) {
      samples.place(sample, position);
      return position + samples.size(sample);
    }
  }

  static MadeSamples of(List<ClipTrack> tracks) {
    List<Made> before = new ArrayList<>();
    List<Made> after = new ArrayList<>();
    for (var track : tracks) {
      var samples = track.samples();
      boolean copiedSeen = false;
      for (int i = 0; i < samples.count(); i++) {
        if (samples.isCopied(i)) {
          copiedSeen = true;
        } else {
          (copiedSeen ? after : before).add(new Made(samples, i));
        }
      }
    }
    return new MadeSamples(before, after);
  }

  static long place(List<Made> samples, long position) {
    long at = position;
    for (var made : samples) {
      at = made.place(at);
    }
    return at;
  }
}
