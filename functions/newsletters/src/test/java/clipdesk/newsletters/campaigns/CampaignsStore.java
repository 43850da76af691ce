package clipdesk.newsletters.campaigns;

import clipdesk.newsletters.deliveries.Planning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store of campaigns, and what its contracts do with one in it. */
abstract class CampaignsStore {
  static final Instant NOW = Instant.parse("2026-02-12T15:00:00Z");
  static final Map<String, String> TEXTS = Map.of("subject", "S", "bodyMarkdown", "B");
  static final Content CONTENT = new Content(Map.of("en", TEXTS, "fr", TEXTS, "uk", TEXTS));
  static final Letters LETTERS = TestLetters.SHORT;

  final String id = UUID.randomUUID().toString();

  abstract Campaigns campaigns();

  abstract Planning planning();

  abstract CampaignHistory history();

  static Campaign draft(String id) {
    return Campaign.draft(id, "Week 7", "briefings", NOW);
  }

  final boolean edit(Campaign from, Content content) {
    var parts = List.of("/name", "/topic", "/content/en");
    return campaigns().edit(from, from.edited("Week 8", "press"), content, parts, "bob", NOW);
  }

  final boolean move(Campaign from, String to) {
    return campaigns().move(from, to, "", NOW);
  }
}
