package clipdesk.newsletters.transfers;

import clipdesk.common.QueueCalls;
import clipdesk.common.TickingClock;
import clipdesk.common.json.Json;
import clipdesk.newsletters.exports.DescribePeople;
import clipdesk.newsletters.exports.Exports;
import clipdesk.newsletters.exports.WriteExport;
import clipdesk.newsletters.imports.DoLines;
import clipdesk.newsletters.imports.GoThroughList;
import clipdesk.newsletters.imports.Imports;
import clipdesk.newsletters.imports.JudgeLines;
import clipdesk.newsletters.lists.InMemoryListFiles;
import clipdesk.newsletters.lists.RecordedListWork;
import clipdesk.newsletters.rekeying.RekeyAddresses;
import clipdesk.newsletters.sending.SideBySide;
import clipdesk.newsletters.subscriptions.InMemoryAddressKeys;
import clipdesk.newsletters.subscriptions.InMemoryMailboxes;
import clipdesk.newsletters.subscriptions.InMemoryRolls;
import clipdesk.newsletters.subscriptions.InMemorySubscribers;
import clipdesk.newsletters.subscriptions.InMemoryToldTexts;
import clipdesk.newsletters.subscriptions.RecordedOutgoing;
import clipdesk.newsletters.subscriptions.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The function that moves lists, with fakes behind it. */
final class TransferWorld {
  final InMemoryListFiles files = new InMemoryListFiles();
  final InMemoryAddressKeys keys = new InMemoryAddressKeys();
  final ListHandler handler;
  private final RecordedListWork work;

  TransferWorld(
      InMemorySubscribers subscribers,
      Imports imports,
      Exports exports,
      Topics topics,
      RecordedOutgoing outgoing,
      RecordedListWork work,
      TickingClock clock) {
    this.work = work;
    var texts = new InMemoryToldTexts();
    var sideBySide = SideBySide.upTo(4);
    this.handler =
        new ListHandler(
            new GoThroughList(
                imports,
                files,
                topics,
                new JudgeLines(subscribers, new InMemoryMailboxes(subscribers), sideBySide),
                new DoLines(subscribers, texts, topics, outgoing, sideBySide, clock),
                work,
                clock),
            new WriteExport(
                exports,
                new InMemoryRolls(subscribers),
                new DescribePeople(subscribers, topics, texts, sideBySide),
                files,
                work,
                clock),
            new RekeyAddresses(keys, sideBySide, work, clock),
            clock);
  }

  /** S3 has a file, and tells so. */
  List<String> put(String importId, String version, byte[] bytes) throws IOException {
    files.put(importId, version, bytes);
    return told(importId, version, bytes.length);
  }

  List<String> told(String importId, String version, long size) throws IOException {
    var object = Map.of("key", "imports/" + importId + ".csv", "size", size, "versionId", version);
    var event = Map.of("Records", List.of(Map.of("s3", Map.of("object", object))));
    return failures(Json.text(event));
  }

  List<String> failures(String body) throws IOException {
    return QueueCalls.failures(handler, QueueCalls.batch(body), Duration.ofMinutes(4));
  }

  /** What waits on the queue, and what that puts there. */
  void work() throws IOException {
    for (var left = work.taken(); !left.isEmpty(); left = work.taken()) {
      for (var message : left) {
        if (!failures(message.json()).isEmpty()) {
          throw new AssertionError("comes again: " + message);
        }
      }
    }
  }
}
