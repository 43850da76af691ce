package clipdesk.cutter.smart;

import clipdesk.cutter.edges.CopiedMiddle;
import clipdesk.cutter.h264.AccessUnit;
import clipdesk.cutter.h264.AvcConfiguration;
import clipdesk.cutter.h264.OpenGopRewriter;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.mp4.SampleList;
import clipdesk.cutter.output.SampleRewriter;
import clipdesk.cutter.plan.VideoPlan;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Feeds the pictures of an open-GOP middle to the rewriter in decode order, those included that are
 * left out of the clip: they still move the numbers of the others.
 */
final class OpenGopOrder {
  private final VideoPlan plan;
  private final ByteSource master;
  private final AvcConfiguration configuration;
  private final OpenGopRewriter rewriter;
  private int next;

  /**
   * @throws UnsupportedMasterException if the pictures are not stored in decode order
   */
  OpenGopOrder(VideoPlan plan, ByteSource master, CopiedMiddle middle) {
    this.plan = plan;
    this.master = master;
    this.configuration = middle.configuration();
    this.rewriter = new OpenGopRewriter(configuration, middle.entryIdrId());
    this.next = plan.entry();
    requireBytesInDecodeOrder();
  }

  /**
   * @param video the samples whose headers change; all others pass
   */
  SampleRewriter forSamples(SampleList video) {
    return (samples, sample, bytes) -> samples == video ? rewrite(bytes) : bytes;
  }

  private byte[] rewrite(byte[] bytes) throws IOException {
    while (!plan.isCopied(next)) {
      rewriter.skip(read(next++));
    }
    next++;
    return rewriter.rewrite(AccessUnit.parse(bytes, configuration.lengthBytes()));
  }

  private AccessUnit read(int index) throws IOException {
    var bytes = ByteBuffer.allocate(plan.samples().size(index));
    master.read(plan.samples().offset(index), bytes);
    return AccessUnit.parse(bytes.array(), configuration.lengthBytes());
  }

  private void requireBytesInDecodeOrder() {
    var samples = plan.samples();
    for (int i = plan.entry() + 1; i < plan.copyEnd(); i++) {
      if (samples.offset(i) < samples.offset(i - 1)) {
        throw new UnsupportedMasterException(
            FallbackReason.ENTRY_POINT, "samples do not lie in decode order");
      }
    }
  }
}
