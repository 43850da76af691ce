package clipdesk.cutter.index;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ForwardingSource;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.transport.Assembly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/**
 * Puts samples together as a cut index says. If the packets do not hold what it says, it is the
 * index that is wrong until the master's own says the same.
 */
record KeptAssembly(Assembly assembly) implements UnaryOperator<ByteSource> {
  @Override
  public ByteSource apply(ByteSource file) {
    return new ForwardingSource(assembly.apply(file)) {
      @Override
      public void read(long offset, ByteBuffer into) throws IOException {
        try {
          super.read(offset, into);
        } catch (MalformedMasterException | UnsupportedMasterException contradiction) {
          throw StaleIndexException.damaged(contradiction);
        }
      }
    };
  }
}
