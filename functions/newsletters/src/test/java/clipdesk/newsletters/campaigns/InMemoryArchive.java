package clipdesk.newsletters.campaigns;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import clipdesk.common.localisation.Language;
import clipdesk.newsletters.mailing.Letter;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The archive of campaigns in memory, which is looked through anew each time. */
@Singleton
@Bean(typed = InMemoryArchive.class)
public final class InMemoryArchive implements Archive {
  private final InMemoryCampaigns campaigns;

  public InMemoryArchive(InMemoryCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public Page page(Optional<String> topic, Optional<String> after, int limit) {
    var listed =
        campaigns.all().stream()
            .filter(it -> it.startedAt().isPresent() && it.listed())
            .map(this::line)
            .sorted(comparing(InMemoryArchive::key).reversed())
            .filter(it -> after.filter(key -> key(it).compareTo(key) >= 0).isEmpty())
            .toList();
    // Counted before it is filtered, as the table does.
    var page = listed.subList(0, Math.min(limit, listed.size()));
    return new Page(
        page.stream().filter(it -> topic.filter(t -> !t.equals(it.topic())).isEmpty()).toList(),
        page.size() < listed.size() ? Optional.of(key(page.getLast())) : Optional.empty());
  }

  private static String key(Archived line) {
    return line.sentAt() + "#" + line.id();
  }

  private Archived line(Campaign campaign) {
    var letters = campaigns.letters(campaign.id()).orElseThrow();
    return new Archived(
        campaign.id(),
        campaign.topic(),
        campaign.startedAt().orElseThrow(),
        Stream.of(Language.values())
            .collect(toMap(it -> it, it -> Archived.Words.of(letters.in(it)))));
  }

  @Override
  public Optional<Sent> find(String id, Language language) {
    Optional<Letter> letter = campaigns.letters(id).map(it -> it.in(language));
    return campaigns.find(id).flatMap(it -> letter.map(written -> new Sent(it, written)));
  }

  @Override
  public boolean list(Campaign from, boolean listed, String by, Instant now) {
    var since = from.keptOutSince().or(() -> Optional.of(now));
    return campaigns.keep(from, listed ? Optional.empty() : since, by, now);
  }

  /** What is listed, newest first. */
  List<String> ids() {
    return page(Optional.empty(), Optional.empty(), 100).items().stream()
        .map(Archived::id)
        .toList();
  }
}
