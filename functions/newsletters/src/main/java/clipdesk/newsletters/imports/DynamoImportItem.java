package clipdesk.newsletters.imports;

import static clipdesk.common.aws.DynamoValues.number;
import static clipdesk.common.aws.DynamoValues.text;
import static clipdesk.common.aws.DynamoValues.time;

import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import clipdesk.newsletters.imports.SubscriberImport.Problem;
import clipdesk.newsletters.imports.SubscriberImport.Refusal;
import clipdesk.newsletters.imports.SubscriberImport.State;
import clipdesk.newsletters.imports.SubscriberImport.Wish;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An import as attributes. */
final class DynamoImportItem {
  private static final Duration LIFE = Duration.ofDays(30);

  private DynamoImportItem() {}

  static Map<String, AttributeValue> attributes(SubscriberImport it) {
    var item = new HashMap<String, AttributeValue>();
    item.put("state", text(it.state().text()));
    item.put("version", number(it.version()));
    item.put("revision", number(it.revision()));
    item.put("topics", texts(it.wish().topics()));
    item.put("language", text(it.wish().language().tag()));
    item.put("ask", AttributeValue.fromBool(it.wish().ask()));
    item.put("startedBy", text(it.wish().by()));
    item.put("bodyHash", text(it.wish().bodyHash()));
    item.put("createdAt", text(Json.instant(it.createdAt())));
    item.put("ttl", time(it.createdAt().plus(LIFE)));
    it.file().ifPresent(file -> item.put("file", text(file)));
    item.put("checked", progress(it.checked()));
    item.put("applied", progress(it.applied()));
    it.judged().ifPresent(judged -> item.put("judged", progress(judged)));
    it.refusal()
        .ifPresent(
            refusal -> {
              item.put("refusedFor", text(refusal.code()));
              item.put("refusedLine", number(refusal.line()));
            });
    item.put("problems", texts(it.problems().stream().map(DynamoImportItem::line).toList()));
    return item;
  }

  static SubscriberImport read(String id, Map<String, AttributeValue> item) {
    var row = DynamoRow.of(item);
    return new SubscriberImport(
        id,
        new Wish(
            row.texts("topics"),
            row.text("language", Language::ofTag),
            row.flag("ask"),
            row.text("startedBy"),
            row.text("bodyHash")),
        row.text("state", State::of),
        row.number("version", 1),
        row.number("revision", 1),
        row.instant("createdAt"),
        row.optionalText("file"),
        progress(row.object("checked")),
        progress(row.object("applied")),
        row.optionalObject("judged").map(DynamoImportItem::progress),
        row.optionalText("refusedFor").map(it -> new Refusal(it, row.number("refusedLine", 1))),
        row.texts("problems").stream().map(it -> problem(row, it)).toList());
  }

  private static AttributeValue progress(Progress progress) {
    var members = new HashMap<String, AttributeValue>();
    members.put("lines", number(progress.lines()));
    progress.counts().forEach((verdict, count) -> members.put(verdict.text(), number(count)));
    return AttributeValue.fromM(members);
  }

  private static Progress progress(Members members) {
    var counts = new EnumMap<Verdict, Long>(Verdict.class);
    for (var verdict : Verdict.values()) {
      members
          .optionalNumber(verdict.text(), 1, Long.MAX_VALUE)
          .ifPresent(it -> counts.put(verdict, it));
    }
    return new Progress(members.number("lines", 0), counts);
  }

  private static String line(Problem it) {
    return "%d %s %s %s".formatted(it.line(), it.verdict().text(), it.column(), it.code());
  }

  private static Problem problem(Members row, String text) {
    var words = text.split(" ", -1);
    return new Problem(
        Long.parseLong(words[0]),
        Verdict.of(words[1]).orElseThrow(() -> row.unreadable("problems", "must be verdicts")),
        words[2],
        words[3]);
  }

  private static AttributeValue texts(List<String> texts) {
    return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
  }
}
