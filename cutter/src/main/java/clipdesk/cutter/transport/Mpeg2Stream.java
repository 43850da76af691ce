package clipdesk.cutter.transport;

import clipdesk.cutter.h264.Sps;
import clipdesk.cutter.mp4.NewDescription;
import clipdesk.cutter.mpeg2.Sequence;
import clipdesk.cutter.mpeg2.StreamedMpeg2Picture;
import java.util.Optional;

/** Pictures of MPEG-2, which stay as they are in the stream. */
final class Mpeg2Stream extends PictureStream {
  private Optional<Sequence> sequence = Optional.empty();
  private long entryTime;
  private boolean startsOpen;
  private boolean hasEnded;

  Mpeg2Stream(Programme.Stream entry, PacketFormat format, StreamClock clock) {
    super(entry, format, clock);
  }

  @Override
  void picture(long time) {
    var picture = StreamedMpeg2Picture.of(payload.bytes(), payload.length());
    var coded = picture.coded();
    if (sequence.isEmpty()) {
      if (coded.sequence().isEmpty()) {
        return;
      }
      if (!coded.isEntry()) {
        throw unsupported("the first entry point is no I picture");
      }
      sequence = coded.sequence();
      entryTime = time;
      startsOpen = picture.isOfOpenGroup();
    } else if (time < entryTime) {
      requireOpen();
      return;
    }
    requireStart(coded.isEntry());
    if (hasEnded && !isJoined()) {
      throw unsupported("the sequence ends before the file");
    }
    hasEnded = picture.endsSequence();
    if (!coded.sequence().stream().allMatch(sequence.get()::isRepeatedBy)) {
      setsChange();
    }
    add(0, payload.length(), payload.length(), time, hasFirstSets() && coded.isEntry());
  }

  /** What leads the first picture is not shown, unless a closed group says that it can be. */
  private void requireOpen() {
    if (!startsOpen) {
      throw unsupported("a closed group begins with pictures that are shown before its first");
    }
  }

  @Override
  SampleForm sampleForm() {
    return SampleForm.AS_IS;
  }

  @Override
  Sps.Shape shape() {
    var known = sequence.orElseThrow();
    int[] pixel = known.pixel();
    return new Sps.Shape(known.width(), known.height(), pixel[0], pixel[1]);
  }

  @Override
  byte[] description() {
    var known = sequence.orElseThrow();
    var shape = shape();
    return NewDescription.mpeg2(
        shape.width(),
        shape.height(),
        known.profileAndLevel(),
        known.header(),
        shape.pixelWidth(),
        shape.pixelHeight());
  }
}
