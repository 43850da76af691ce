package clipdesk.accounts.profile;

import clipdesk.accounts.directory.Person;
import clipdesk.common.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The one way in which an account is shown. */
final class ProfileAnswers {
  private ProfileAnswers() {}

  static Map<String, Object> body(Profile profile, Person person) {
    var body = new LinkedHashMap<String, Object>();
    body.put("accountId", profile.sub());
    body.put("email", person.email());
    body.put("emailVerified", person.confirmed());
    profile.name().ifPresent(name -> body.put("name", name));
    profile.outlet().ifPresent(outlet -> body.put("outlet", outlet));
    body.put("language", person.language().tag());
    body.put("termsVersion", profile.termsVersion());
    body.put("createdAt", Json.instant(profile.createdAt()));
    return body;
  }
}
