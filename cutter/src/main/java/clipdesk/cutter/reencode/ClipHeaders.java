package clipdesk.cutter.reencode;

import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.reencode.Sources.Sound;
import java.util.Optional;

/** What a clip's headers say beside the codecs: the master's own words, or what its demuxer saw. */
record ClipHeaders(Optional<SampleIndex> index, Sources sources, FrameTimes times, Demuxer master) {
  Movie movie() {
    return index.map(known -> known.movie().with(NewMovie.fileType())).orElseGet(NewMovie::empty);
  }

  Track video() {
    return index.map(SampleIndex::video).orElseGet(this::newVideo);
  }

  private Track newVideo() {
    var stream = sources.video(master);
    var shape = stream.codecpar().sample_aspect_ratio();
    double wide = shape.num() > 0 && shape.den() > 0 ? (double) shape.num() / shape.den() : 1;
    return NewMovie.video(
        sources.videoIndex() + 1,
        times.den(),
        Tags.find(stream.metadata(), "language").orElse("und"),
        DisplayMatrix.of(stream),
        (int) Math.round(stream.codecpar().width() * wide),
        stream.codecpar().height());
  }

  Track sound(Sound sound) {
    return sound.track().orElseGet(() -> NewMovie.sound(sound.index() + 1, 1, sound.language()));
  }
}
