package clipdesk.cutter.reencode;

import clipdesk.cutter.codec.WholeClip;
import clipdesk.cutter.frames.FrameNames;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ClipSink;
import clipdesk.cutter.output.EncodedOutput;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.report.CutPhase;
import clipdesk.cutter.report.CutReport.Position;
import clipdesk.cutter.report.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Re-encodes a range with JavaCV and the codecs that it brings. Frames are told by the times of the
 * master's index, or where there is none by those of its packets, so that any frame rate is right;
 * sound starts at the in-point to the sample, on every track that was asked for.
 */
public final class JavaCvReencoder implements Reencoder {

  @Override
  public Done reencode(Job job, ByteSource master, ClipSink sink, ProgressListener listener)
      throws IOException {
    return new Run(job, sink, listener).reencode(master);
  }

  @Override
  public FrameNames names(ByteSource master) {
    return new ScannedNames(master);
  }

  private static final class Run {
    private final Job job;
    private final ClipSink sink;
    private final ProgressListener listener;
    private final long deadlineNanos;
    private int framesDone;

    Run(Job job, ClipSink sink, ProgressListener listener) {
      this.job = job;
      this.sink = sink;
      this.listener = listener;
      this.deadlineNanos = System.nanoTime() + job.timeLimit().toNanos();
    }

    Done reencode(ByteSource master) throws IOException {
      try (var demuxer = new Demuxer(master, job.index().isPresent(), deadlineNanos)) {
        if (job.index().isPresent()) {
          demuxer.alignTo(job.index().get());
        }
        int video = Sources.videoIndex(demuxer, job.index());
        demuxer.joinClocks(video);
        var times =
            job.index().isPresent()
                ? FrameTimes.of(job.index().get(), job.range())
                : FrameScan.of(demuxer, video, job.range());
        refuseTooLong(demuxer, video);
        return encode(master, demuxer, times);
      } catch (OutOfTimeException e) {
        throw new ReencodeTooLongException(job.range().frames(), framesDone, job.timeLimit());
      }
    }

    private void refuseTooLong(Demuxer demuxer, int video) {
      var parameters = demuxer.stream(video).codecpar();
      double pixels = (double) parameters.width() * parameters.height();
      int cores = Math.max(1, Runtime.getRuntime().availableProcessors());
      double framesPerSecond = WholeClip.pixelsPerCpuSecond() * cores / Math.max(1, pixels);
      double secondsLeft = (deadlineNanos - System.nanoTime()) / 1e9;
      long longest = Math.max(0, (long) (framesPerSecond * secondsLeft));
      if (job.range().frames() > longest) {
        throw new ReencodeTooLongException(job.range().frames(), longest, job.timeLimit());
      }
    }

    private Done encode(ByteSource master, Demuxer demuxer, FrameTimes times) throws IOException {
      var sources = Sources.of(demuxer, job, times);
      try (var approach = new Approach(demuxer, sources, times);
          var output = new EncodedOutput(sink)) {
        approach.begin();
        try (var clip = new ClipEncoding(job, demuxer, sources, times, output)) {
          clip.run(approach, deadlineNanos, percent -> progress(clip, percent));
          long sizeBytes = clip.finish(master);
          var timecodes = ClipTimecode.of(job, demuxer, sources, times);
          return new Done(
              sizeBytes,
              times.frames(),
              new Position(times.millis(0), job.range().in(), timecodes.map(ClipTimecode::in)),
              new Position(
                  times.millis(times.frames()),
                  job.range().out(),
                  timecodes.map(ClipTimecode::out)),
              clip.audio(),
              dropped(clip, demuxer));
        }
      }
    }

    private static List<String> dropped(ClipEncoding clip, Demuxer demuxer) {
      List<String> dropped = new ArrayList<>(clip.dropped());
      demuxer.gaps().ifPresent(dropped::add);
      return dropped;
    }

    private void progress(ClipEncoding clip, int percent) {
      framesDone = clip.frames();
      listener.progress(CutPhase.ENCODING_EDGES, percent);
    }
  }
}
