package clipdesk.cutter.codec;

import clipdesk.cutter.index.Mp4Index;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.CachedReader;
import clipdesk.cutter.mp4.MovieReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Every frame of a file in order of presentation, decoded without the planner's help. */
public record DecodedVideo(List<Frame> frames) {

  /**
   * @param pts since the first frame, in ticks of the track
   */
  public record Frame(long pts, byte[] luma) {
    /** Peak signal to noise ratio against another frame, in decibels; 99 if they are equal. */
    public double psnr(Frame other) {
      long sum = 0;
      for (int i = 0; i < luma.length; i++) {
        int difference = (luma[i] & 0xff) - (other.luma[i] & 0xff);
        sum += (long) difference * difference;
      }
      return sum == 0 ? 99 : 10 * Math.log10(255.0 * 255.0 * luma.length / sum);
    }
  }

  public static DecodedVideo of(ByteSource file) throws IOException {
    var reader = new CachedReader(file);
    var track = Mp4Index.of(MovieReader.read(reader), reader).video();
    List<Frame> frames = new ArrayList<>();
    var configuration = track.description().config("avcC").orElseThrow();
    try (var decoder = new FrameDecoder(configuration, frame -> frames.add(copy(frame)))) {
      var samples = track.samples().window(0, track.samples().count());
      for (int i = 0; i < samples.end(); i++) {
        var bytes = ByteBuffer.allocate(samples.size(i));
        file.read(samples.offset(i), bytes);
        decoder.decode(bytes.array(), samples.pts(i) - track.edit().mediaTime());
      }
      decoder.finish();
    }
    frames.sort(Comparator.comparingLong(Frame::pts));
    return new DecodedVideo(List.copyOf(frames));
  }

  private static Frame copy(AVFrame frame) {
    var luma = new byte[frame.width() * frame.height()];
    for (int y = 0; y < frame.height(); y++) {
      frame
          .data(0)
          .position((long) y * frame.linesize(0))
          .get(luma, y * frame.width(), frame.width());
    }
    frame.data(0).position(0);
    return new Frame(frame.pts(), luma);
  }
}
