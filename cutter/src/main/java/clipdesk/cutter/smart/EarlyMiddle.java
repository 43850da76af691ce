package clipdesk.cutter.smart;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.io.RecentReads;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.output.EarlyOutput;
import clipdesk.cutter.output.MiddleStream;
import clipdesk.cutter.output.RangeCopyOutput;
import clipdesk.cutter.plan.VideoPlan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What of a clip is on its way before all of it is known; perhaps nothing. */
final class EarlyMiddle implements AutoCloseable {
  private final SmartCut.Job job;
  private final VideoPlan plan;
  private final ByteSource master;
  private final RecentReads edgeBytes;
  private final ClipSink sink;
  private Optional<EarlyOutput> output = Optional.empty();

  /**
   * @param edgeBytes the master, with what was read of it a moment ago
   */
  EarlyMiddle(
      SmartCut.Job job, VideoPlan plan, ByteSource master, RecentReads edgeBytes, ClipSink sink) {
    this.job = job;
    this.plan = plan;
    this.master = master;
    this.edgeBytes = edgeBytes;
    this.sink = sink;
  }

  /**
   * Has the middle copied inside the store, or sends it where the master's bytes are no samples.
   * Into a file nothing is sent early: it is written from its beginning.
   *
   * @param tracks of the clip without its edges
   */
  void begin(Supplier<List<ClipTrack>> tracks) throws IOException {
    if (job.index().samplesAreWhole()) {
      copyInside(plan::copiedFrom);
    } else if (sink.copiesRanges() && plan.copiesAnything()) {
      output = Optional.of(new MiddleStream(master, sink, tracks.get()));
    }
  }

  /**
   * Has the middle copied inside the store, if that can be and pays.
   *
   * @param firstByte of the master that is copied
   */
  void copyInside(LongSupplier firstByte) throws IOException {
    boolean mayBe = sink.copiesRanges() && job.index().samplesAreWhole();
    if (!mayBe || !job.unreferencedBytesAllowed() || !plan.copiesAnything()) {
      return;
    }
    long from = firstByte.getAsLong();
    if (RangeCopyOutput.isWorthwhile(plan.copiedTo() - from)) {
      var copies = new RangeCopyOutput(edgeBytes, sink, from, plan.copiedTo());
      copies.startCopies();
      output = Optional.of(copies);
    }
  }

  /** What was begun, and is to be ended. */
  Optional<EarlyOutput> output() {
    return output;
  }

  /** Whatever still runs of it is ended. */
  @Override
  public void close() {
    output.ifPresent(EarlyOutput::giveUp);
  }
}
