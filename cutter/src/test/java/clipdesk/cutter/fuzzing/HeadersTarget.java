package clipdesk.cutter.fuzzing;

import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.OpenGopRewriter;
import clipdesk.cutter.h264.Pictures;
import clipdesk.cutter.h264.SeiMessages;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.nio.ByteBuffer;

/**
 * Parameter sets and samples of an H.264 track: two bytes of length and an {@code avcC} record,
 * then samples, each behind two bytes of length.
 */
public final class HeadersTarget {
  private HeadersTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    var bytes = ByteBuffer.wrap(input);
    try {
      var configuration = AvcConfiguration.parse(next(bytes));
      var sets = configuration.parameterSets();
      var rewriter = new OpenGopRewriter(configuration, 7);
      while (bytes.hasRemaining()) {
        var sample = AccessUnit.parse(next(bytes), configuration.lengthBytes());
        Pictures.requireKnownSets(sample, configuration);
        Pictures.entry(sample, sets);
        Pictures.firstSlice(sample, sets);
        SeiMessages.only(sample, SeiMessages.REGISTERED_USER_DATA);
        rewriter.rewrite(sample);
      }
    } catch (MalformedMasterException | UnsupportedMasterException refused) {
      assert !refused.getMessage().isEmpty();
    }
  }

  /** A block behind its length, or what is there of it. */
  static byte[] next(ByteBuffer bytes) {
    int length = bytes.remaining() < 2 ? 0 : bytes.getShort() & 0xffff;
    var block = new byte[Math.min(length, bytes.remaining())];
    bytes.get(block);
    return block;
  }
}
