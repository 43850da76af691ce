package clipdesk.accounts.profile;

import clipdesk.accounts.Breakdown;

final class InMemoryProfilesTest extends ProfilesContract {
  private final Profiles profiles = new InMemoryProfiles(new Breakdown());

  @Override
  Profiles profiles() {
    return profiles;
  }
}
