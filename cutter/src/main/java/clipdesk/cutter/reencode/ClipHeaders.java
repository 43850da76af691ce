package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;

import clipdesk.cutter.index.SampleIndex;
import clipdesk.cutter.mp4.Movie;
import clipdesk.cutter.mp4.NewMovie;
import clipdesk.cutter.mp4.Track;
import clipdesk.cutter.reencode.Sources.Sound;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;

/** What a clip's headers say beside the codecs: the master's own words, or what its demuxer saw. */
record ClipHeaders(Optional<SampleIndex> index, Sources sources, FrameTimes times, Demuxer master) {
  private static final int MATRIX_NUMBERS = 9;

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
        Demuxer.tag(stream.metadata(), "language").orElse("und"),
        matrix(),
        (int) Math.round(stream.codecpar().width() * wide),
        stream.codecpar().height());
  }

  /** How the picture is turned, as in {@code tkhd}; empty if the container does not say. */
  private int[] matrix() {
    var parameters = sources.video(master).codecpar();
    var data =
        av_packet_side_data_get(
            parameters.coded_side_data(),
            parameters.nb_coded_side_data(),
            AV_PKT_DATA_DISPLAYMATRIX);
    if (data == null || data.isNull()) {
      return new int[0];
    }
    var matrix = new int[MATRIX_NUMBERS];
    new IntPointer(data.data()).get(matrix);
    return matrix;
  }

  Track sound(Sound sound) {
    return sound.track().orElseGet(() -> NewMovie.sound(sound.index() + 1, 1, sound.language()));
  }
}
