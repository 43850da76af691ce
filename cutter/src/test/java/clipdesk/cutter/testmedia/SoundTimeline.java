package clipdesk.cutter.testmedia;

import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a player plays of a sound track at a time: which packet, and which sample of it. */
public record SoundTimeline(byte[] file, Movie movie, Track track) {
  public static SoundTimeline of(Path file, Movie movie, Track track) throws IOException {
    return new SoundTimeline(Files.readAllBytes(file), movie, track);
  }

  /**
   * @param time on the movie's timeline, in the track's ticks
   * @return {@code silence}, or what is heard
   */
  public String at(long time) throws IOException {
    double movieTicks = (double) time * movie.timescale() / track.timescale();
    for (var edit : track.edit().each()) {
      if (movieTicks >= edit.emptyMovieTicks() && movieTicks < edit.endMovieTicks()) {
        double since = movieTicks - edit.emptyMovieTicks();
        double media = since * track.timescale() / movie.timescale() + edit.mediaTime();
        return heard(Math.round(media));
      }
    }
    return "silence";
  }

  private String heard(long mediaTime) throws IOException {
    var tables = track.samples();
    int next = tables.firstNotBefore(mediaTime + 1);
    if (next == 0) {
      return "silence";
    }
    var window = tables.window(next - 1, next);
    long into = mediaTime - window.dts(next - 1);
    if (into >= window.duration(next - 1)) {
      return "silence";
    }
    int from = Math.toIntExact(window.offset(next - 1));
    if (track.isPcm()) {
      int at = from + (int) into * track.pcmFrameBytes();
      return Arrays.toString(Arrays.copyOfRange(file, at, at + track.pcmFrameBytes()));
    }
    byte[] packet = Arrays.copyOfRange(file, from, from + window.size(next - 1));
    return into + " of " + Arrays.hashCode(packet);
  }
}
