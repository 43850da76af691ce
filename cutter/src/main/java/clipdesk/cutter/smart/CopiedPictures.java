package clipdesk.cutter.smart;

import clipdesk.cutter.codec.SampleDecoding;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.MalformedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decodes a sample of the pictures that are copied: the first, on which a clip stands or falls, and
 * one halfway. All others are copied as they are, whatever is in them.
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
    List<Integer> later = new ArrayList<>();
    for (int i = plan.entry() + 1; i < plan.copyEnd(); i++) {
      if (plan.isCopied(i) && plan.samples().isSync(i)) {
        later.add(i);
      }
    }
    if (later.isEmpty()) {
      return 1;
    }
    int halfway = later.get(later.size() / 2);
    byte[] bytes = read(halfway);
    if (!startsDecoding.test(bytes)) {
      return 1;
    }
    requireWhole(decoders, halfway, bytes);
    return 2;
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
