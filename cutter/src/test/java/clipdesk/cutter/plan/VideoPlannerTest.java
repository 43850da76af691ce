package clipdesk.cutter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.mp4.Edit;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.SampleDescription;
import clipdesk.cutter.mp4.SampleTables;
import clipdesk.cutter.mp4.SampleWindow;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.mp4.TrackKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VideoPlannerTest {
  private static final int STEP = 512;
  private static final int MOST_TAIL_FRAMES = 16;

  /** Pictures in decode order with the place of each in the order of presentation. */
  private record Pictures(int[] shown, BitSet sync) implements SampleTables {
    /** Groups of pictures with B pictures between anchors; open ones have leading pictures. */
    static Pictures random(Random random, int frames, boolean open) {
      List<Integer> order = new ArrayList<>();
      var sync = new BitSet();
      int between = random.nextInt(5);
      int group = 5 + random.nextInt(30);
      int next = 0;
      while (next < frames) {
        boolean first = next == 0;
        boolean key = order.size() >= sync.length() - 1 + group || first;
        int anchor = Math.min(frames - 1, first || (key && !open) ? next : next + between);
        if (key) {
          sync.set(order.size());
        }
        order.add(anchor);
        for (int b = next; b < anchor; b++) {
          order.add(b);
        }
        next = anchor + 1;
      }
      return new Pictures(order.stream().mapToInt(Integer::intValue).toArray(), sync);
    }

    @Override
    public int count() {
      return shown.length;
    }

    @Override
    public SampleWindow window(int first, int end) {
      int length = end - first;
      var dts = new long[length];
      var composition = new int[length];
      var durations = new int[length];
      var sizes = new int[length];
      var offsets = new long[length];
      var bits = new BitSet();
      for (int i = 0; i < length; i++) {
        dts[i] = (long) (first + i) * STEP;
        composition[i] = (shown[first + i] + 5 - first - i) * STEP;
        durations[i] = STEP;
        sizes[i] = 10;
        offsets[i] = 10L * (first + i);
        bits.set(i, sync.get(first + i));
      }
      return new SampleWindow(first, dts, composition, durations, sizes, offsets, bits, 1);
    }

    @Override
    public int firstNotBefore(long dts) {
      return Math.clamp(Math.ceilDiv(dts, (long) STEP), 0, count());
    }

    @Override
    public int syncAtOrBefore(int index) {
      return sync.previousSetBit(index);
    }

    @Override
    public boolean everySampleIsSync() {
      return sync.cardinality() == count();
    }

    @Override
    public long durationTicks() {
      return (long) count() * STEP;
    }

    @Override
    public long constantDuration() {
      return STEP;
    }

    FrameTimeline timeline() throws IOException {
      var description = new SampleDescription(new byte[16], "avc1", 1, 0, 16);
      var track =
          new Track(
              1,
              TrackKind.VIDEO,
              12_800,
              new byte[92],
              0,
              new Edit(0, 5 * STEP, 0),
              description,
              List.of(),
              List.of(),
              List.of(),
              0,
              0,
              this);
      return FrameTimeline.of(
          track, new Movie(new byte[0], new byte[108], 1000, List.of(track), List.of()));
    }
  }

  @Test
  void everyFrameOfTheRangeComesFromExactlyOnePlace() throws IOException {
    var random = new Random(17);
    for (int round = 0; round < 2000; round++) {
      int frames = 20 + random.nextInt(400);
      var pictures = Pictures.random(random, frames, random.nextBoolean());
      var timeline = pictures.timeline();
      assertThat(timeline.frames()).isEqualTo(frames);
      int in = random.nextInt(frames);
      int out = in + 1 + random.nextInt(frames - in);
      var plan = new VideoPlanner(pictures, timeline).plan(new FrameRange(in, out));
      var seen = new BitSet();
      for (int i = plan.samples().first(); i < plan.samples().end(); i++) {
        long pts = plan.samples().pts(i);
        int frame = (int) (pts / STEP) - 5;
        boolean head = plan.head().map(edge -> edge.holds(pts)).orElse(false);
        boolean tail = plan.tail().map(edge -> edge.holds(pts)).orElse(false);
        int places = (plan.isCopied(i) ? 1 : 0) + (head ? 1 : 0) + (tail ? 1 : 0);
        assertThat(places).isEqualTo(frame >= in && frame < out ? 1 : 0);
        seen.set(frame, places == 1);
      }
      assertThat(seen.cardinality()).isEqualTo(out - in);
      assertThat(plan.tail().map(VideoPlan.Edge::frames).orElse(0))
          .isLessThanOrEqualTo(MOST_TAIL_FRAMES);
    }
  }

  @Test
  void decodingStartsAtASyncSampleShownNoLaterThanTheEdge() throws IOException {
    var random = new Random(18);
    for (int round = 0; round < 500; round++) {
      var pictures = Pictures.random(random, 200, true);
      var timeline = pictures.timeline();
      int in = random.nextInt(190);
      var plan = new VideoPlanner(pictures, timeline).plan(new FrameRange(in, in + 10));
      for (var edge : plan.head().stream().toList()) {
        assertThat(pictures.sync().get(edge.decodeFrom())).isTrue();
        assertThat(plan.samples().pts(edge.decodeFrom())).isLessThanOrEqualTo(edge.fromPts());
      }
    }
  }

  @Test
  void rangeFromSyncSampleToSyncSampleIsCopiedWhole() throws IOException {
    var pictures = Pictures.random(new Random(3), 300, false);
    int first = pictures.sync().nextSetBit(1);
    int second = pictures.sync().nextSetBit(first + 1);
    int in = pictures.shown()[first];
    int out = pictures.shown()[second];
    var plan = new VideoPlanner(pictures, pictures.timeline()).plan(new FrameRange(in, out));
    assertThat(plan.head()).isEmpty();
    assertThat(plan.tail()).isEmpty();
    assertThat(plan.copiedFrames()).isEqualTo(out - in);
  }
}
