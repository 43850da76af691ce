package clipdesk.cutter.testmedia;

import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.FileSink;
import clipdesk.cutter.io.FileSource;
import clipdesk.cutter.mp4.ClipTrack;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.output.StreamingOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts other coded pictures in the place of those of an MP4; times and sound stay. */
final class ReplacedSamples {
  private ReplacedSamples() {}

  /** What takes the place of what. */
  interface Replacement {
    /** Contents of {@code avcC}. */
    byte[] configuration();

    /**
     * @param number of the picture in decode order
     */
    byte[] sample(int number, byte[] sample);
  }

  /** Makes a replacement for a master. */
  interface Maker {
    /**
     * @param configuration contents of the master's {@code avcC}
     */
    Replacement make(byte[] configuration) throws IOException;
  }

  static void patch(Path file, Maker maker) throws IOException {
    var before = file.resolveSibling(file.getFileName() + ".before");
    Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
    try (var master = FileSource.open(before);
        var sink = new FileSink(file)) {
      var index = MasterIndexReader.read(master);
      var replacement = maker.make(index.video().description().config("avcC").orElseThrow());
      List<ClipTrack> tracks = new ArrayList<>();
      for (var track : index.movie().tracks()) {
        boolean video = track.equals(index.video());
        tracks.add(video ? replaced(track, master, replacement) : copied(track));
      }
      var sent =
          new StreamingOutput(index.movie(), tracks)
              .send(master, sink, Optional.empty(), percent -> {});
      sink.finish(sent.sizeBytes());
    }
    Files.delete(before);
  }

  private static ClipTrack replaced(Track track, ByteSource master, Replacement replacement)
      throws IOException {
    var window = track.samples().window(0, track.samples().count());
    var samples = new SampleList();
    for (int i = 0; i < window.end(); i++) {
      var bytes = ByteBuffer.allocate(window.size(i));
      master.read(window.offset(i), bytes);
      samples.addMade(
          replacement.sample(i, bytes.array()),
          window.duration(i),
          (int) (window.pts(i) - window.dts(i)),
          window.isSync(i));
    }
    byte[] description = track.description().withConfig("avcC", replacement.configuration());
    return whole(track, description, samples);
  }

  private static ClipTrack copied(Track track) throws IOException {
    var window = track.samples().window(0, track.samples().count());
    var samples = new SampleList();
    for (int i = 0; i < window.end(); i++) {
      samples.addCopied(window.offset(i), window.size(i), window.duration(i), 0, window.isSync(i));
    }
    return whole(track, track.description().box(), samples);
  }

  private static ClipTrack whole(Track track, byte[] description, SampleList samples) {
    long from = track.edit().mediaTime();
    return new ClipTrack(track, description, samples, 0, from, samples.ticks() - from, 0);
  }
}
