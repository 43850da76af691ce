package clipdesk.media.downloads;

import static clipdesk.common.aws.DynamoValues.text;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.media.links.FileLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  /**
   * @throws clipdesk.common.json.UnreadableException if it is not as {@link #of} made it
   */
  static DownloadTicket parse(Members row) {
    return new DownloadTicket(
        row.text("ref"),
        row.text("accountId"),
        row.text("termsVersion"),
        row.text("bodyHash"),
        row.instant("createdAt"),
        row.instant("expiresAt"),
        row.optionalInstant("revokedAt"),
        row.flag("editor"),
        row.number("uses", 0),
        files(row.text("files")));
  }

  private static List<TicketFile> files(String json) {
    return Members.read("{\"files\":" + json + "}").objects("files").stream()
        .map(DynamoTicketItem::file)
        .toList();
  }

  private static TicketFile file(Members file) {
    return new TicketFile(
        file.text("name"),
        file.text("localisedName"),
        file.text("place", DynamoTicketItem::place),
        file.filledText("key"),
        file.textUnlessEmpty("versionId"),
        file.text("etag"),
        file.number("sizeBytes", 0),
        file.text("videoId"),
        file.textUnlessEmpty("clipId"),
        // Tickets of an older version have neither.
        file.optionalText("rendition").filter(it -> !it.isEmpty()),
        file.optionalText("sha256").filter(it -> !it.isEmpty()));
  }

  private static Optional<FileLinks.Place> place(String name) {
    return Stream.of(FileLinks.Place.values()).filter(it -> it.name().equals(name)).findFirst();
  }

  private static Map<String, Object> json(TicketFile file) {
    return Map.ofEntries(
        Map.entry("name", file.name()),
        Map.entry("localisedName", file.localisedName()),
        Map.entry("place", file.place().name()),
        Map.entry("key", file.key()),
        Map.entry("versionId", file.versionId().orElse("")),
        Map.entry("etag", file.etag()),
        Map.entry("sizeBytes", file.sizeBytes()),
        Map.entry("videoId", file.videoId()),
        Map.entry("clipId", file.clipId().orElse("")),
        Map.entry("rendition", file.rendition().orElse("")),
        Map.entry("sha256", file.sha256().orElse("")));
  }
}
