package clipdesk.common.aws;

import clipdesk.common.wire.RecordedWire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

final class S3ByteSourceWireTest {
  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void asksWhatIsCommitted() throws IOException {
    var master =
        new S3ByteSource.Version(
            "masters-bucket",
            "masters/video-1/master.mp4",
            Optional.of("version-1"),
            "\"tag\"",
            1_000);
    var source = new S3ByteSource(AwsClients.client(S3Client.builder()), master);

    wire.answer(206, Map.of("Content-Range", "bytes 10-13/1000"), "mdat");
    wire.call("read", () -> source.read(10, ByteBuffer.allocate(4)));

    wire.matches(S3ByteSource.class);
  }
}
