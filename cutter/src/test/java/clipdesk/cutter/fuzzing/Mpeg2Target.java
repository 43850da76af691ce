package clipdesk.cutter.fuzzing;

import clipdesk.cutter.mpeg2.CodedPicture;
import clipdesk.cutter.mpeg2.Sequence;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.nio.ByteBuffer;

/** Pictures of MPEG-2, each behind two bytes of length: what stands in front of their slices. */
public final class Mpeg2Target {
  private Mpeg2Target() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var bytes = ByteBuffer.wrap(input);
    try {
      while (bytes.hasRemaining()) {
        byte[] sample = HeadersTarget.next(bytes);
        var picture = CodedPicture.of(sample);
        assert picture.headerAt() < picture.extensionAt();
        assert picture.extensionAt() < picture.slicesAt() && picture.slicesAt() < sample.length;
        picture.sequence().ifPresent(Mpeg2Target::look);
      }
    } catch (MalformedMasterException | UnsupportedMasterException refused) {
      assert !refused.getMessage().isEmpty();
    }
  }

  private static void look(Sequence sequence) {
    int[] pixel = sequence.pixel();
    assert pixel[0] > 0 && pixel[1] > 0 && sequence.isRepeatedBy(sequence);
  }
}
