package clipdesk.cut;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ByteSourceContract;
import clipdesk.cutter.io.RangeServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

class HttpSourceContractTest extends ByteSourceContract {
  private RangeServer server;

  @Override
  protected ByteSource open(byte[] bytes) throws IOException {
    server = new RangeServer(bytes);
    return new HttpSource(server.address().resolve("/master.mp4"));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }
}
