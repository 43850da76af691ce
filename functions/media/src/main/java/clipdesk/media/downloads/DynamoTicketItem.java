package clipdesk.media.downloads;

import clipdesk.common.json.Json;
import clipdesk.media.links.FileLinks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ticket as a row of the table. */
final class DynamoTicketItem {
  private DynamoTicketItem() {}

  static Map<String, AttributeValue> key(String hash) {
    return Map.of("pk", text("TICKET#" + hash), "sk", text("TICKET"));
  }

  static Map<String, AttributeValue> of(String hash, DownloadTicket ticket) {
    var item = new HashMap<>(key(hash));
    item.put("ref", text(ticket.ref()));
    item.put("accountId", text(ticket.accountId()));
    item.put("termsVersion", text(ticket.termsVersion()));
    item.put("bodyHash", text(ticket.bodyHash()));
    item.put("createdAt", text(Json.instant(ticket.createdAt())));
    item.put("expiresAt", text(Json.instant(ticket.expiresAt())));
    item.put("editor", AttributeValue.fromBool(ticket.editor()));
    item.put("uses", AttributeValue.fromN("0"));
    item.put(
        "files", text(Json.text(ticket.files().stream().map(DynamoTicketItem::json).toList())));
    return item;
  }

  static DownloadTicket parse(Map<String, AttributeValue> item) {
    return new DownloadTicket(
        item.get("ref").s(),
        item.get("accountId").s(),
        item.get("termsVersion").s(),
        item.get("bodyHash").s(),
        Instant.parse(item.get("createdAt").s()),
        Instant.parse(item.get("expiresAt").s()),
        Optional.ofNullable(item.get("revokedAt")).map(it -> Instant.parse(it.s())),
        item.get("editor").bool(),
        Long.parseLong(item.get("uses").n()),
        files(item.get("files").s()));
  }

  private static List<TicketFile> files(String json) {
    return ((List<?>) Json.object("{\"files\":" + json + "}").get("files"))
        .stream().map(file -> file((Map<?, ?>) file)).toList();
  }

  private static TicketFile file(Map<?, ?> file) {
    return new TicketFile(
        (String) file.get("name"),
        (String) file.get("localisedName"),
        FileLinks.Place.valueOf((String) file.get("place")),
        (String) file.get("key"),
        (String) file.get("versionId"),
        (String) file.get("etag"),
        ((Number) file.get("sizeBytes")).longValue(),
        (String) file.get("videoId"),
        (String) file.get("clipId"),
        (String) file.get("sha256"));
  }

  private static Map<String, Object> json(TicketFile file) {
    return Map.of(
        "name", file.name(),
        "localisedName", file.localisedName(),
        "place", file.place().name(),
        "key", file.key(),
        "versionId", file.versionId(),
        "etag", file.etag(),
        "sizeBytes", file.sizeBytes(),
        "videoId", file.videoId(),
        "clipId", file.clipId(),
        "sha256", file.sha256());
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
