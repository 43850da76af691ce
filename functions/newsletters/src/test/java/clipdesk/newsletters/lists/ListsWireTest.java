package clipdesk.newsletters.lists;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.aws.AwsClients;
import clipdesk.common.wire.RecordedWire;
import clipdesk.contracts.newsletters.ListToMove;
import clipdesk.contracts.newsletters.ListToMove.Way;
import clipdesk.newsletters.WireClients;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

final class ListsWireTest {
  private static final String ID = "4f0c1d7a2b9e8c3f6a5d0b1e7c";
  private static final Duration LIFE = Duration.ofMinutes(5);

  @RegisterExtension final RecordedWire wire = new RecordedWire();

  @Test
  void filesAreAskedAsCommitted() throws IOException {
    var files =
        new S3ListFiles(AwsClients.client(S3Client.builder()), WireClients.CONFIG.listsBucket());

    wire.answer("email\n");
    wire.call("open", () -> files.open(ID, "v-1"));
    wire.answer(
        "<InitiateMultipartUploadResult><UploadId>u-1</UploadId></InitiateMultipartUploadResult>");
    wire.call("begin", () -> files.begin(ID));
    wire.call("part", () -> files.part(ID, "u-1", 1, new byte[] {65}));
    wire.answer("<CompleteMultipartUploadResult/>");
    wire.call("complete", () -> files.complete(ID, "u-1", List.of("tag-1")));

    wire.matches(S3ListFiles.class);
  }

  @Test
  void linksAreSignedAsCommitted() throws IOException {
    var links = new S3ListLinks(new ListsWiring()::presigner, WireClients.CONFIG);

    wire.link("toUpload", "PUT", links.toUpload(ID, LIFE));
    wire.link("toDownload", "GET", links.toDownload(ID, LIFE));

    wire.matches(S3ListLinks.class);
  }

  @Test
  void queueIsAskedAsCommitted() throws IOException {
    var work = new SqsListWork(WireClients::sqs, WireClients.CONFIG);

    wire.call("put", () -> work.put(new ListToMove(Way.IMPORT, ID)));

    wire.call(
        "putLater", () -> work.putLater(new ListToMove(Way.TAKE_UP, ID), Duration.ofMinutes(1)));

    wire.matches(SqsListWork.class);
  }

  @Test
  void revisionsAreAskedAsCommitted() throws IOException {
    var items = new DynamoRevisions(WireClients.dynamo(), WireClients.CONFIG.table());
    var key = Map.of("pk", text("IMPORT#" + ID), "sk", text("IMPORT"));
    var item = new HashMap<>(key);
    item.put("revision", number(2));

    wire.call("create", () -> items.create(item));
    wire.call("find", () -> items.find(key));
    wire.call("change", () -> items.change(1, item));

    wire.matches(DynamoRevisions.class);
  }
}
