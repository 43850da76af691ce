package clipdesk.newsletters.subscriptions;

import static clipdesk.common.aws.DynamoValues.number;

import clipdesk.common.aws.DynamoValues;
import clipdesk.common.json.Members;
import clipdesk.common.localisation.Language;
import clipdesk.common.stored.DynamoRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@code TOPICS / id}, and {@code CONSENTTEXT#id / version}, which is never changed. */
public final class DynamoTopics implements TopicStore {
  private static final String TOPICS = "TOPICS";
  private static final String CONSENT_TEXT = "CONSENTTEXT#";

  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoPeople people;

  public DynamoTopics(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
    this.people = new DynamoPeople(dynamo, table);
  }

  @Override
  public List<Topic> all() {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :topics")
                    .expressionAttributeValues(Map.of(":topics", DynamoValues.text(TOPICS))))
        .items()
        .stream()
        .flatMap(item -> DynamoRow.read("topics", item, DynamoTopics::topic).stream())
        .toList();
  }

  @Override
  public Optional<ConsentText> text(String topic, String version) {
    return people
        .get(key(CONSENT_TEXT + topic, version))
        .flatMap(item -> DynamoRow.read("topics", item, row -> consent(version, row, "words")));
  }

  private static ConsentText consent(String version, Members row, String name) {
    var words = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      words.put(language, row.object(name).text(language.tag()));
    }
    return new ConsentText(version, words);
  }

  private static Topic topic(Members row) {
    var words = new EnumMap<Language, Topic.Words>(Language.class);
    for (var language : Language.values()) {
      words.put(
          language,
          new Topic.Words(
              row.object("names").text(language.tag()),
              row.object("descriptions").text(language.tag())));
    }
    return new Topic(
        row.text("sk", Topic.ID, "must be the id of a topic"),
        words,
        consent(row.text("consentTextVersion"), row, "consentTexts"),
        row.flag("open"),
        row.number("version", 1));
  }

  @Override
  public boolean put(Topic topic) {
    return people.write(List.of(topicItem(topic), consentItem(topic)));
  }

  private TransactWriteItem topicItem(Topic topic) {
    var item = new HashMap<>(key(TOPICS, topic.id()));
    item.put("names", texts(it -> topic.name(it)));
    item.put("descriptions", texts(it -> topic.description(it)));
    item.put("consentTexts", texts(it -> topic.consent().in(it)));
    item.put("consentTextVersion", DynamoValues.text(topic.consent().version()));
    item.put("open", AttributeValue.fromBool(topic.open()));
    item.put("version", number(topic.version()));
    return TransactWriteItem.builder()
        .put(
            it ->
                it.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR version = :before")
                    .expressionAttributeValues(Map.of(":before", number(topic.version() - 1))))
        .build();
  }

  private TransactWriteItem consentItem(Topic topic) {
    var item = new HashMap<>(key(CONSENT_TEXT + topic.id(), topic.consent().version()));
    var words = texts(it -> topic.consent().in(it));
    item.put("words", words);
    return TransactWriteItem.builder()
        .put(
            it ->
                it.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR words = :words")
                    .expressionAttributeValues(Map.of(":words", words)))
        .build();
  }

  private static AttributeValue texts(Function<Language, String> words) {
    return AttributeValue.fromM(
        List.of(Language.values()).stream()
            .collect(Collectors.toMap(Language::tag, it -> DynamoValues.text(words.apply(it)))));
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", DynamoValues.text(pk), "sk", DynamoValues.text(sk));
  }
}
