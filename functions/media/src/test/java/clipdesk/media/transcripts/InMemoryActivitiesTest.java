package clipdesk.media.transcripts;

final class InMemoryActivitiesTest extends ActivitiesContract {
  private final InMemoryActivities activities = new InMemoryActivities();

  @Override
  Activities activities() {
    return activities;
  }
}
