package clipdesk.cutter.transport;

import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.Nal;
import clipdesk.cutter.h264.ParameterSets;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.h264.StreamedPicture;
import clipdesk.cutter.mp4.NewDescription;
import java.util.Optional;

/** Pictures of H.264. */
final class H264Stream extends PictureStream {
  private Optional<AvcConfiguration> configuration = Optional.empty();
  private ParameterSets sets;
  private boolean mayHaveFields;

  H264Stream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock);
  }

  @Override
  void picture(long time) {
    var picture = StreamedPicture.of(payload.bytes(), payload.length());
    if (configuration.isPresent() || startsAnew(picture.unit())) {
      list(picture, time);
    } else if (picture.hasSets()) {
      throw unsupported("the first entry point is no IDR picture");
    }
  }

  private void list(StreamedPicture picture, long time) {
    if (configuration.isEmpty()) {
      configure(picture);
    } else if (!picture.hasSetsOf(configuration.get())) {
      setsChange();
    }
    picture.requireOne();
    requireStart(startsAnew(picture.unit()));
    requireFrame(picture.unit());
    boolean key = hasFirstSets() && isEntry(picture.unit());
    add(0, payload.length(), picture.sampleBytes(), time, key);
  }

  private void configure(StreamedPicture picture) {
    var known = picture.configuration();
    sets = known.parameterSets();
    mayHaveFields = sets.sps().values().stream().anyMatch(it -> !it.frameMbsOnly());
    configuration = Optional.of(known);
  }

  /** Two fields of a frame in units of their own would be counted as two frames. */
  private void requireFrame(AccessUnit unit) {
    if (mayHaveFields && hasFirstSets()) {
      Pictures.firstSlice(unit, sets);
    }
  }

  private boolean isEntry(AccessUnit unit) {
    boolean mayBe =
        unit.units().stream().anyMatch(it -> it.type() == Nal.IDR_SLICE || it.type() == Nal.SEI);
    if (!mayBe) {
      return false;
    }
    var entry = Pictures.entry(unit, sets);
    return entry == Pictures.Entry.IDR || entry == Pictures.Entry.RECOVERY_POINT;
  }

  private static boolean startsAnew(AccessUnit unit) {
    return unit.units().stream().anyMatch(it -> it.type() == Nal.IDR_SLICE);
  }

  @Override
  SampleForm sampleForm() {
    return SampleForm.H264;
  }

  @Override
  Sps.Shape shape() {
    return configuration.orElseThrow().firstShape();
  }

  @Override
  byte[] description() {
    var shape = shape();
    return NewDescription.h264(
        shape.width(),
        shape.height(),
        configuration.orElseThrow().toBytes(),
        shape.pixelWidth(),
        shape.pixelHeight());
  }
}
