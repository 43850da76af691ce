package clipdesk.cut;

import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.NewFile;
import clipdesk.cutter.io.NewFiles;
import clipdesk.cutter.preview.PreviewCheck;
import clipdesk.cutter.preview.PreviewMaker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the preview of a master, and a poster. Exit code 0 means that both are there, checked. */
@Command(
    name = "bin/preview",
    sortOptions = false,
    description = "Makes the small copy of a video that a web page plays and stops on any frame.",
    footer = {
      "",
      "The preview has the master's frames at the master's rate, in H.264 of 540p or less, and its",
      "first sound track in stereo. Before it gets its name its frames are counted, and seven of"
          + " them",
      "compared with the master's. Name it in video.json as a rendition, and by \"preview\"; the"
          + " poster",
      "is poster.jpg beside it.",
      "",
      "Exit codes: 0 made and checked, 1 this video gets no preview, 2 wrong use.",
    })
public final class Preview implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MASTER", description = "a path, http(s)://… or s3://…")
  private String source;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "the MP4 to write; must not exist, unless --overwrite is given")
  private Path target;

  @Option(
      names = "--poster",
      paramLabel = "FILE",
      description = "the JPEG to write; otherwise it is OUT with the ending .jpg")
  private Path poster;

  @Option(names = "--overwrite", description = "take the place of files that are there")
  private boolean overwrite;

  @Option(names = "--verbose", description = "show the technical cause of a refusal")
  private boolean verbose;

  /** Runs the command line and exits. */
  public static void main(String... arguments) {
    // The poster is written by the JDK's ImageIO, which needs no screen.
    System.setProperty("java.awt.headless", "true");
    Program.run(new Preview(), arguments);
  }

  @Override
  public Integer call() {
    return new GuardedRun(source, Refusal.ofPreview(source), verbose).of(this::make);
  }

  private void make(ByteSource master, NewFiles files) throws IOException {
    var outputs = PreviewFiles.of(target, Optional.ofNullable(poster));
    outputs.check(Sources.localFile(source), overwrite);
    var index = MasterIndexReader.read(master);
    var maker = new PreviewMaker(master, index, FrameProgress.onStandardError());
    List<NewFile> whole = new ArrayList<>();
    try (var sink = new FileSink(outputs.preview(), files, whole::add)) {
      var made = maker.make(sink);
      sink.finish(made.sizeBytes());
      try (var written = whole.getFirst().read()) {
        new PreviewCheck(master, index).check(written);
      }
      var picture = files.beside(outputs.poster());
      picture.append(ByteBuffer.wrap(made.poster()));
      var finished = new FinishedClips(overwrite);
      finished.add(whole.getFirst(), outputs.preview());
      finished.add(picture, outputs.poster());
      finished.publish();
      System.out.printf(
          "%s: %d frames, %d x %d, %s sound, %,d bytes; poster %s%n",
          outputs.preview(),
          made.frames(),
          made.width(),
          made.height(),
          made.hasSound() ? "with" : "no",
          made.sizeBytes(),
          outputs.poster());
    }
  }
}
