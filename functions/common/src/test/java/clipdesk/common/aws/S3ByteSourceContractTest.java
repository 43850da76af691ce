package clipdesk.common.aws;

import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.ByteSourceContract;
import clipdesk.cutter.io.RangeServer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.s3.S3Client;

class S3ByteSourceContractTest extends ByteSourceContract {
  private RangeServer server;
  private S3Client s3;

  @Override
  protected ByteSource open(byte[] bytes) throws IOException {
    server = new RangeServer(bytes);
    s3 = S3ByteSourceTest.client(server.address());
    var version =
        new S3ByteSource.Version(
            "masters", "masters/x/master.mp4", Optional.of("v7"), RangeServer.TAG, bytes.length);
    return new S3ByteSource(s3, version);
  }

  @AfterEach
  void stopServer() {
    s3.close();
    server.close();
  }
}
