package clipdesk.cutter.output;

import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A copied sample of a clip and where it lies in the master. */
record Piece(SampleList samples, int sample) {
  long source() {
    return samples.source(sample);
  }

  int size() {
    return samples.size(sample);
  }

  long endSource() {
    return source() + size();
  }

  void place(long position) {
    samples.place(sample, position);
  }

  /** All copied samples in the order of the master's bytes, which keeps its interleaving. */
  static List<Piece> copied(List<ClipTrack> tracks) {
    List<Piece> pieces = new ArrayList<>();
    for (var track : tracks) {
      var samples = track.samples();
      for (int i = 0; i < samples.count(); i++) {
        if (samples.isCopied(i)) {
          pieces.add(new Piece(samples, i));
        }
      }
    }
    pieces.sort(Comparator.comparingLong(Piece::source));
    return pieces;
  }
}
