package clipdesk.cut;

import clipdesk.cutter.CutReport;
import clipdesk.cutter.CutRequest;
import clipdesk.cutter.CutRequest.MethodChoice;
import clipdesk.cutter.FrameRange;
import clipdesk.cutter.MalformedMasterException;
import clipdesk.cutter.ProgressListener;
import clipdesk.cutter.RangeOutsideMasterException;
import clipdesk.cutter.ReencodeTooLongException;
import clipdesk.cutter.ReportMembers;
import clipdesk.cutter.UnsupportedMasterException;
import clipdesk.cutter.VerificationFailedException;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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
      "T is seconds (12.48), a frame (f312) or a timecode (10:00:12:12). --to is the first frame",
      "that is not wanted. Several ranges give OUT-1.mp4, OUT-2.mp4 and so on.",
      "",
      "Exit codes: 0 cut and verified, 1 this video or range cannot be cut, 2 wrong use.",
    })
public final class Cut implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "a path, http(s)://… or s3://…")
  private String source;

  @Parameters(index = "1", paramLabel = "OUT", description = "the MP4 to write; must not exist")
  private Path target;

  @Option(names = "--from", paramLabel = "T", description = "first frame")
  private String from;

  @Option(names = "--to", paramLabel = "T", description = "first frame not wanted")
  private String to;

  @Option(names = "--range", paramLabel = "T,T", description = "a range; may be repeated")
  private List<String> ranges = List.of();

  @Option(names = "--report", paramLabel = "FILE", description = "write what was done as JSON")
  private Path report;

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "smart: copy or refuse; reencode: encode every frame; default: what fits")
  private String method;

  /** Runs the command line and exits. */
  public static void main(String... arguments) {
    var command = new CommandLine(new Cut());
    if (arguments.length == 0) {
      command.usage(System.err);
      System.exit(WRONG_USE);
    }
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (var master = Sources.open(source)) {
      return cut(master);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return WRONG_USE;
    } catch (FileAlreadyExistsException e) {
      System.err.println(e.getMessage() + " is there already");
    } catch (NoSuchFileException e) {
      System.err.println("There is no file " + e.getMessage());
    } catch (ReencodeTooLongException
        | RangeOutsideMasterException
        | UnsupportedMasterException
        | MalformedMasterException
        | VerificationFailedException
        | IOException e) {
      System.err.println(e.getMessage());
    }
    return REFUSED;
  }

  private int cut(ByteSource master) throws IOException {
    var opened = OpenMaster.read(master);
    var wanted = wanted();
    List<Map<String, Object>> reports = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      var clip = wanted.size() == 1 ? target : numbered(i + 1);
      var done = cut(opened, wanted.get(i), clip);
      System.out.println(summary(clip, done));
      reports.add(ReportMembers.of(done));
    }
    if (report != null) {
      Files.writeString(
          report,
          JSON.std
                  .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                  .asString(reports.size() == 1 ? reports.getFirst() : reports)
              + "\n");
    }
    return 0;
  }

  private CutReport cut(OpenMaster master, String[] points, Path clip) throws IOException {
    var range = new FrameRange(master.frame(points[0]), master.frame(points[1]));
    if (Files.exists(clip)) {
      throw new FileAlreadyExistsException(clip.toString());
    }
    var request =
        new CutRequest(
            range, Set.of(), Duration.ofDays(1), methodChoice(), /* unreferenced= */ true);
    try (var sink = new FileSink(clip)) {
      return master.cut(request, sink, progress());
    }
  }

  private List<String[]> wanted() {
    List<String[]> wanted = new ArrayList<>();
    if (from != null || to != null) {
      wanted.add(new String[] {from, to});
    }
    for (var range : ranges) {
      wanted.add(range.split(",", -1));
    }
    boolean whole =
        wanted.stream().allMatch(pair -> pair.length == 2 && pair[0] != null && pair[1] != null);
    if (wanted.isEmpty() || !whole) {
      throw new IllegalArgumentException("Say the range: --from T --to T, or --range T,T");
    }
    return wanted;
  }

  private MethodChoice methodChoice() {
    return switch (method) {
      case null -> MethodChoice.AUTOMATIC;
      case "smart" -> MethodChoice.SMART_ONLY;
      case "reencode" -> MethodChoice.REENCODE_ONLY;
      default -> throw new IllegalArgumentException("--method is smart or reencode");
    };
  }

  private Path numbered(int number) {
    var name = target.getFileName().toString();
    int dot = name.lastIndexOf('.');
    var stem = dot < 0 ? name : name.substring(0, dot);
    var extension = dot < 0 ? "" : name.substring(dot);
    return target.resolveSibling(stem + "-" + number + extension);
  }

  private static ProgressListener progress() {
    if (System.console() == null || !System.console().isTerminal()) {
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
            report.io().bytesRead());
  }
}
