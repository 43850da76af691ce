package clipdesk.cutter.transport;

import clipdesk.cutter.io.ByteSource;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes of a transport stream its samples one behind the other, in the order in which they start.
 *
 * @param sizeBytes of all samples
 * @param streams in the order of the tracks
 */
public record Assembly(PacketFormat format, long sizeBytes, List<Stream> streams)
    implements UnaryOperator<ByteSource> {

  /**
   * @param pid of its packets
   */
  public record Stream(int pid, SampleForm form, Pieces pieces) {}

  @Override
  public ByteSource apply(ByteSource file) {
    return new AssembledSource(file, this);
  }
}
