package clipdesk.cutter.transport;

import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.h265.HevcConfiguration;
import clipdesk.cutter.h265.StreamedHevcPicture;
import clipdesk.cutter.mp4.NewDescription;
import java.util.Optional;

/** Pictures of H.265. */
final class HevcStream extends PictureStream {
  private Optional<HevcConfiguration> configuration = Optional.empty();
  private Sps.Shape shape;

  HevcStream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock);
  }

  @Override
  void picture(long time) {
    var picture = StreamedHevcPicture.of(payload.bytes(), payload.length());
    if (configuration.isPresent() || picture.startsAnew()) {
      list(picture, time);
    } else if (picture.hasSets()) {
      // Decoders leave out the pictures that such an entry leads, so numbers would be others.
      throw unsupported("the first entry point is no IDR picture");
    }
  }

  private void list(StreamedHevcPicture picture, long time) {
    if (configuration.isEmpty()) {
      configuration = Optional.of(picture.configuration());
      shape = picture.shape();
    } else if (!picture.hasSetsOf(configuration.get())) {
      setsChange();
    }
    picture.requireOne();
    requireStart(picture.startsAnew());
    boolean key = hasFirstSets() && picture.isEntry();
    add(0, payload.length(), picture.sampleBytes(), time, key);
  }

  @Override
  SampleForm sampleForm() {
    return SampleForm.HEVC;
  }

  @Override
  Sps.Shape shape() {
    return shape;
  }

  @Override
  byte[] description() {
    return NewDescription.h265(
        shape.width(),
        shape.height(),
        configuration.orElseThrow().toBytes(),
        shape.pixelWidth(),
        shape.pixelHeight());
  }
}
