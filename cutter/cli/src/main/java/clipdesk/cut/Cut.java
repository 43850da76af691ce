package clipdesk.cut;

import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.NewFiles;
import clipdesk.cutter.report.CutReport;
import clipdesk.cutter.report.ProgressListener;
import clipdesk.cutter.report.ReportMembers;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cuts exact ranges out of a master. Exit code 0 means that every written file was verified. */
@Command(
    name = "bin/cut",
    sortOptions = false,
    description = "Cuts exact ranges out of a video, copying every frame that can be copied.",
    footer = {
      "",
      "T is seconds (12.48), a time (1:02:03.5), a frame (f312) or a timecode (10:00:12:12, with ;",
      "for drop-frame). Seconds count as a player shows them. --to is the first frame that is",
      "not wanted. Several ranges give OUT-1.mp4, OUT-2.mp4 and so on: all of them, or",
      "none if one is refused.",
      "",
      "H.264 and HEVC in MP4, MOV (also in fragments), Matroska and MPEG-TS, H.264 without",
      "references in MXF (AVC-Intra), MPEG-2 in MXF, MPEG-TS, MP4 and MOV, and codecs of",
      "which every frame stands alone in MP4 and MOV, are copied. Other codecs and containers are",
      "encoded as H.264 and AAC; the report says why, and what was lost. What is encrypted,",
      "incomplete or no video is refused.",
      "",
      "Exit codes: 0 cut and verified, 1 this video or range cannot be cut, 2 wrong use.",
    })
public final class Cut implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SOURCE", description = "a path, http(s)://… or s3://…")
  private String source;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "the MP4 to write; must not exist, unless --overwrite is given")
  private Path target;

  @Option(names = "--from", paramLabel = "T", description = "first frame")
  private String from;

  @Option(names = "--to", paramLabel = "T", description = "first frame not wanted")
  private String to;

  @Option(names = "--range", paramLabel = "T,T", description = "a range; may be repeated")
  private List<String> ranges = List.of();

  @Option(names = "--report", paramLabel = "FILE", description = "write what was done as JSON")
  private Path report;

  @Option(names = "--overwrite", description = "put the clip in place of a file that is there")
  private boolean overwrite;

  @Option(names = "--verbose", description = "show the technical cause of a refusal")
  private boolean verbose;

  @Option(
      names = "--keep-metadata",
      description = "keep where and with which device it was recorded; left out otherwise")
  private boolean metadataWhole;

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "smart: copy or refuse; reencode: encode every frame; default: what fits")
  private String method;

  /** Runs the command line and exits. */
  public static void main(String... arguments) {
    Program.run(new Cut(), arguments);
  }

  @Override
  public Integer call() {
    return new GuardedRun(source, Refusal.ofCut(source), verbose).of(this::cut);
  }

  private void cut(ByteSource master, NewFiles files) throws IOException {
    var wanted = wanted();
    var choice = methodChoice();
    var reportPath = Optional.ofNullable(report);
    var outputs = Outputs.of(target, wanted.size(), reportPath);
    outputs.check(Sources.localFile(source), overwrite);
    var opened = OpenMaster.read(master);
    List<FrameRange> all = new ArrayList<>();
    for (var points : wanted) {
      all.add(opened.range(points[0], points[1]));
    }
    var reportFile = ReportFile.open(reportPath, files);
    var finished = new FinishedClips(overwrite);
    List<CutReport> done = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      var clip = outputs.clips().get(i);
      var request =
          new CutRequest(
              all.get(i),
              Set.of(),
              Duration.ofDays(1),
              choice,
              /* unreferenced= */ true,
              metadataWhole);
      try (var sink = new FileSink(clip, files, file -> finished.add(file, clip))) {
        done.add(opened.cut(request, sink, progress()));
      }
      requireLabel(wanted.get(i)[0], done.getLast().in());
      requireLabel(wanted.get(i)[1], done.getLast().out());
    }
    finished.publish();
    for (int i = 0; i < done.size(); i++) {
      System.out.println(summary(outputs.clips().get(i), done.get(i)));
    }
    if (reportFile.isPresent()) {
      reportFile.get().write(json(done));
    }
  }

  /** The last wall: a clip never says another label than the one that was asked for. */
  private static void requireLabel(String point, CutReport.Position position)
      throws SourceException {
    var label = position.timecode().orElse("no timecode");
    if (Point.isTimecode(point) && !label.replace('.', ';').endsWith(point.replace('.', ';'))) {
      throw SourceException.Fault.OTHER_LABEL.of(point, label);
    }
  }

  private static String json(List<CutReport> done) throws IOException {
    var members = done.stream().map(ReportMembers::of).toList();
    return JSON.std
        .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
        .asString(members.size() == 1 ? members.getFirst() : members);
  }

  private List<String[]> wanted() {
    List<String[]> wanted = new ArrayList<>();
    if (from != null || to != null) {
      wanted.add(new String[] {from, to});
    }
    for (var range : ranges) {
      wanted.add(points(range));
    }
    boolean whole =
        wanted.stream().allMatch(pair -> pair.length == 2 && pair[0] != null && pair[1] != null);
    if (wanted.isEmpty() || !whole) {
      throw new IllegalArgumentException("Say the range: --from T --to T, or --range T,T");
    }
    return wanted;
  }

  /** A comma stands between the points, and may stand in both of them. */
  private static String[] points(String range) {
    var parts = range.split(",", -1);
    return parts.length == 4
        ? new String[] {parts[0] + "," + parts[1], parts[2] + "," + parts[3]}
        : parts;
  }

  private MethodChoice methodChoice() {
    return switch (method) {
      case null -> MethodChoice.AUTOMATIC;
      case "smart" -> MethodChoice.SMART_ONLY;
      case "reencode" -> MethodChoice.REENCODE_ONLY;
      default -> throw new IllegalArgumentException("--method is smart or reencode");
    };
  }

  private static ProgressListener progress() {
    if (!FrameProgress.isOnATerminal()) {
      return ProgressListener.NONE;
    }
    return (phase, percent) -> System.err.printf("\r%3d %%  %-16s\r", percent, phase.label());
  }

  private static String summary(Path clip, CutReport report) {
    return "%s: %d frames, %d copied, %d encoded, %s%s, %,d bytes, %,d read"
            .formatted(
                clip,
                report.frames().total(),
                report.frames().copied(),
                report.frames().headReencoded() + report.frames().tailReencoded(),
                report.method().label(),
                report.reason().map(reason -> " (" + reason + ")").orElse(""),
                report.output().stored().sizeBytes(),
                report.io().bytesRead())
        + report.copyable().map(Cut::alternative).orElse("");
  }

  private static String alternative(FrameRange range) {
    return "; f%d to f%d would be copied in a moment".formatted(range.in(), range.out());
  }
}
