package clipdesk.cutter.testmedia;

import clipdesk.cutter.testmedia.ParsedTrack.ParsedSample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mp4parser.boxes.iso14496.part12.CompositionTimeToSample;
import org.mp4parser.muxer.InMemRandomAccessSourceImpl;
import org.mp4parser.muxer.Sample;
import org.mp4parser.muxer.Track;
import org.mp4parser.muxer.container.mp4.MovieCreator;

/** Reads a file with the library mp4parser, which expands all tables by itself. */
public final class Mp4parserReader {
  private Mp4parserReader() {}

  /** Picture and sound tracks in the order of the file. */
  public static List<ParsedTrack> read(byte[] file) throws IOException {
    var movie =
        MovieCreator.build(
            Channels.newChannel(new ByteArrayInputStream(file)),
            new InMemRandomAccessSourceImpl(file),
            "file");
    List<ParsedTrack> tracks = new ArrayList<>();
    for (var track : movie.getTracks()) {
      if (track.getHandler().equals("vide") || track.getHandler().equals("soun")) {
        tracks.add(parsed(track));
      }
    }
    return tracks;
  }

  private static ParsedTrack parsed(Track track) throws IOException {
    var edits = track.getEdits();
    return new ParsedTrack(
        track.getHandler(),
        track.getTrackMetaData().getTimescale(),
        edits.isEmpty() ? 0 : edits.getLast().getMediaTime(),
        !edits.isEmpty() && edits.getFirst().getMediaTime() == -1,
        samples(track));
  }

  private static List<ParsedSample> samples(Track track) throws IOException {
    var offsets = CompositionTimeToSample.blowupCompositionTimes(track.getCompositionTimeEntries());
    long[] sync = track.getSyncSamples();
    List<ParsedSample> parsed = new ArrayList<>();
    long dts = 0;
    for (int i = 0; i < track.getSamples().size(); i++) {
      boolean isSync = sync == null || Arrays.binarySearch(sync, i + 1) >= 0;
      long pts = dts + (offsets.length == 0 ? 0 : offsets[i]);
      parsed.add(ParsedSample.of(pts, isSync, bytes(track.getSamples().get(i))));
      dts += track.getSampleDurations()[i];
    }
    return parsed;
  }

  private static byte[] bytes(Sample sample) throws IOException {
    var bytes = new ByteArrayOutputStream();
    sample.writeTo(Channels.newChannel(bytes));
    return bytes.toByteArray();
  }
}
