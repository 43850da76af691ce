package clipdesk.cutter.testmedia;

import clipdesk.cutter.MasterIndexReader;
import clipdesk.cutter.h264.FieldPictures;
import clipdesk.cutter.index.Mp4Index;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.output.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts field pictures in the place of the frames of an MP4 without B pictures. */
final class FieldPictureMaster {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;

  private FieldPictureMaster() {}

  /**
   * @param picture filter that makes the frames
   */
  static void patch(Path file, String picture) throws IOException {
    var fields =
        FieldPictures.of(fields(file, picture, 0), fields(file, picture, 1), WIDTH, HEIGHT);
    var frames = file.resolveSibling(file.getFileName() + ".frames");
    Files.move(file, frames, StandardCopyOption.REPLACE_EXISTING);
    try (var master = FileSource.open(frames);
        var sink = new FileSink(file)) {
      var index = (Mp4Index) MasterIndexReader.read(master);
      List<ClipTrack> tracks = new ArrayList<>();
      for (var track : index.movie().tracks()) {
        boolean video = track.equals(index.video());
        tracks.add(video ? replaced(track, fields) : copied(track, track.description().box()));
      }
      var sent =
          new StreamingOutput(index.movie(), tracks)
              .send(master, sink, Optional.empty(), percent -> {});
      sink.finish(sent.sizeBytes());
    }
    Files.delete(frames);
  }

  /** The even or the odd rows of every frame, coded as pictures of their own. */
  private static byte[] fields(Path file, String picture, int parity) throws IOException {
    var stream = file.resolveSibling(file.getFileName() + ".h264");
    FfmpegProgram.run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            picture + (parity == 0 ? ",field=top" : ",field=bottom"),
            "-c:v",
            "libx264",
            "-threads",
            "1",
            "-x264-params",
            "keyint=50:min-keyint=50:scenecut=0:bframes=0:ref=1:weightp=0:cabac=0:8x8dct=0:qp=24",
            "-f",
            "h264",
            stream.toString()));
    byte[] bytes = Files.readAllBytes(stream);
    Files.delete(stream);
    return bytes;
  }

  private static ClipTrack replaced(Track track, FieldPictures fields) throws IOException {
    var window = track.samples().window(0, track.samples().count());
    var samples = new SampleList();
    for (int i = 0; i < window.end(); i++) {
      samples.addMade(fields.samples().get(i), window.duration(i), 0, window.isSync(i));
    }
    return whole(track, track.description().withConfig("avcC", fields.configuration()), samples);
  }

  private static ClipTrack copied(Track track, byte[] description) throws IOException {
    var window = track.samples().window(0, track.samples().count());
    var samples = new SampleList();
    for (int i = 0; i < window.end(); i++) {
      samples.addCopied(window.offset(i), window.size(i), window.duration(i), 0, window.isSync(i));
    }
    return whole(track, description, samples);
  }

  private static ClipTrack whole(Track track, byte[] description, SampleList samples) {
    long from = track.edit().mediaTime();
    return new ClipTrack(track, description, samples, 0, from, samples.ticks() - from, 0);
  }
}
