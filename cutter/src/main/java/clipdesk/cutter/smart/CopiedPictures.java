package clipdesk.cutter.smart;

import clipdesk.cutter.codec.SampleDecoding;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Decodes a sample of the pictures that are copied: the first, on which a clip stands or falls, and
 * a later entry. All others are copied as they are, whatever is in them.
 */
record CopiedPictures(VideoPlan plan, ByteSource master) {
  /**
   * @param startsDecoding whether nothing before a sample is needed to decode it
   * @return how many were decoded
   * @throws MalformedMasterException if one of them cannot be decoded
   */
  int requireWhole(SampleDecoding.Decoders decoders, Predicate<byte[]> startsDecoding)
      throws IOException {
    if (!plan.copiesAnything()) {
      return 0;
    }
    requireWhole(decoders, plan.entry(), read(plan.entry()));
    int later = later();
    if (later < 0) {
      return 1;
    }
    byte[] bytes = read(later);
    if (!startsDecoding.test(bytes)) {
      return 1;
    }
    requireWhole(decoders, later, bytes);
    return 2;
  }

  /** The entry from which the tail was decoded, for its bytes are at hand, else one halfway. */
  private int later() {
    var entries =
        IntStream.range(plan.entry() + 1, plan.copyEnd())
            .filter(i -> plan.isCopied(i) && plan.samples().isSync(i))
            .toArray();
    if (entries.length == 0) {
      return -1;
    }
    int read = plan.tail().map(VideoPlan.Edge::decodeFrom).orElse(-1);
    return Arrays.binarySearch(entries, read) >= 0 ? read : entries[entries.length / 2];
  }

  private void requireWhole(SampleDecoding.Decoders decoders, int sample, byte[] bytes) {
    if (!SampleDecoding.isWhole(decoders, bytes)) {
      throw new MalformedMasterException(
          MalformedMasterException.PICTURE,
          plan.samples().offset(sample),
          "sample %d cannot be decoded".formatted(sample));
    }
  }

  private byte[] read(int sample) throws IOException {
    var bytes = ByteBuffer.allocate(plan.samples().size(sample));
    master.read(plan.samples().offset(sample), bytes);
    return bytes.array();
  }
}
